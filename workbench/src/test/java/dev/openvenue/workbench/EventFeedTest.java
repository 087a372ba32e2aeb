package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.simulator.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class EventFeedTest {
    private static final String HELLO = ": connected\n\n";

    /** Reads until it has seen enough, and then leaves as a closed connection does. */
    private static final class Reader extends OutputStream {
        private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
        private final String last;
        private final CountDownLatch connected = new CountDownLatch(1);

        Reader(String last) {
            this.last = last;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException("Events are written whole");
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            seen.write(bytes);
        }

        @Override
        public void flush() throws IOException {
            connected.countDown();
            if (text().contains(last)) {
                throw new IOException("The reader has left");
            }
        }

        String text() {
            return seen.toString(StandardCharsets.UTF_8);
        }
    }

    private static String read(EventFeed feed, @Nullable Long after, String last) {
        Reader reader = new Reader(last);
        assertThatThrownBy(() -> feed.write(reader, after)).hasMessage("The reader has left");
        return reader.text();
    }

    @Test
    void whoComesBackGetsWhatItMissed() {
        EventFeed feed = new EventFeed();
        feed.publish("book", Json.object("venue", "bitget"));
        feed.publish("faults", Json.object("venue", "xt"));
        feed.publish("reset", Json.object("venue", null));

        assertThat(read(feed, 1L, "reset"))
                .isEqualTo(HELLO + "id: 2\nevent: faults\ndata: {\"venue\":\"xt\"}\n\n"
                        + "id: 3\nevent: reset\ndata: {\"venue\":null}\n\n");
        assertThat(feed.readers()).isZero();
    }

    @Test
    void whoMissedTooMuchIsToldSo() {
        EventFeed feed = new EventFeed();
        for (int i = 0; i < 1_002; i++) {
            feed.publish("book", Json.object());
        }

        assertThat(read(feed, 1L, "resync")).isEqualTo(HELLO + "id: 1002\nevent: resync\ndata: {}\n\n");
        assertThat(read(feed, 2L, "id: 3\n")).startsWith(HELLO + "id: 3\n");
    }

    @Test
    void anIdOfAnEarlierStartIsToldSo() {
        EventFeed feed = new EventFeed();

        assertThat(read(feed, 77L, "resync")).isEqualTo(HELLO + "id: 0\nevent: resync\ndata: {}\n\n");
    }

    @Test
    void aReaderThatHasGoneIsNoticedWhereNothingHappens() {
        EventFeed feed = new EventFeed(Duration.ofMillis(1));

        assertThat(read(feed, null, ": \n\n")).isEqualTo(HELLO + ": \n\n");
    }

    @Test
    void theNinthReaderEndsTheStreamOfTheFirst() throws Exception {
        EventFeed feed = new EventFeed();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Reader reader = new Reader("nothing");
            ends.add(CompletableFuture.runAsync(() -> write(feed, reader), task -> new Thread(task).start()));
            reader.connected.await();
        }

        ends.get(0).get();
        assertThat(feed.readers()).isEqualTo(8);
        assertThat(ends.get(8)).isNotDone();
        feed.close();
        for (CompletableFuture<Void> end : ends) {
            end.get();
        }
        assertThat(feed.readers()).isZero();
    }

    @Test
    void aReaderThatDoesNotKeepUpIsLetGo() throws Exception {
        EventFeed feed = new EventFeed();
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void flush() {
                stuck.countDown();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(() -> write(feed, slow), task -> new Thread(task).start());
        stuck.await();
        for (int i = 0; i < 1_001; i++) {
            feed.publish("book", Json.object());
        }

        assertThat(feed.readers()).isZero();
        release.countDown();
        end.get();
    }

    private static void write(EventFeed feed, OutputStream out) {
        try {
            feed.write(out, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
