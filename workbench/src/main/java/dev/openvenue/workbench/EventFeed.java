package dev.openvenue.workbench;

import dev.openvenue.simulator.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happens, for whoever watches, as server-sent events with ids. Who comes back with the last id that it saw gets
 * what it missed, or the event {@code resync} if that was too much. A reader that does not keep up is let go: it comes
 * back by itself.
 */
final class EventFeed implements AutoCloseable {
    static final int MOST_READERS = 8;

    private static final int KEPT = 1_000;
    private static final int BACKLOG = 1_000;

    private final Duration heartbeat;
    private final Deque<Event> kept = new ArrayDeque<>();
    private final Deque<Reader> readers = new ArrayDeque<>();
    private long last;
    private boolean closed;

    EventFeed() {
        this(Duration.ofSeconds(15));
    }

    /**
     * @param heartbeat how often a comment is sent where nothing happens: a write is the only sign that a reader left
     */
    EventFeed(Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    private static final long NO_ID = -1;

    private record Event(long id, String name, String data) {
        byte[] bytes() {
            String first = id == NO_ID ? "" : "id: " + id + "\n";
            return (first + "event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class Reader {
        private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(BACKLOG + KEPT);
        private volatile boolean gone;
    }

    /** Says that something happened. */
    synchronized void publish(String name, Map<String, @Nullable Object> data) {
        Event event = new Event(++last, name, Json.write(data));
        kept.addLast(event);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
        for (Reader reader : List.copyOf(readers)) {
            if (reader.queue.size() >= BACKLOG || !reader.queue.offer(event)) {
                leave(reader);
            }
        }
    }

    /**
     * Writes events until the reader leaves.
     *
     * @param seen the id of the last event that the reader saw; null if it begins
     */
    void write(OutputStream out, @Nullable Long seen) throws IOException, InterruptedException {
        Reader reader = join(seen);
        try {
            // At once, or a client would wait for the first event to see that it is connected.
            out.write(": connected\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            while (!reader.gone) {
                Event event = reader.queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                out.write(event == null ? ": \n\n".getBytes(StandardCharsets.UTF_8) : event.bytes());
                out.flush();
            }
        } finally {
            leave(reader);
        }
    }

    private synchronized Reader join(@Nullable Long seen) {
        Reader reader = new Reader();
        if (seen != null) {
            long oldest = kept.isEmpty() ? last + 1 : kept.getFirst().id();
            if (seen > last || seen + 1 < oldest) {
                reader.queue.add(new Event(last, "resync", "{}"));
            } else {
                kept.stream().filter(event -> event.id() > seen).forEach(reader.queue::add);
            }
        }
        readers.addLast(reader);
        if (readers.size() > MOST_READERS) {
            leave(readers.getFirst());
        }
        reader.gone = closed;
        return reader;
    }

    private synchronized void leave(Reader reader) {
        reader.gone = true;
        readers.remove(reader);
        // Wakes it up; what it would still have read, it asks for when it comes back, by the last id that it saw.
        reader.queue.clear();
        reader.queue.add(new Event(NO_ID, "end", "{}"));
    }

    synchronized int readers() {
        return readers.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        new ArrayList<>(readers).forEach(this::leave);
    }
}
