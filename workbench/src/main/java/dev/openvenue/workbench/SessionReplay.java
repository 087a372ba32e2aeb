package dev.openvenue.workbench;

import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.VenueRejection;
import dev.openvenue.simulator.VenueRequest;
import dev.openvenue.simulator.VenueSimulator;
import dev.openvenue.workbench.RecordedSession.RecordedLine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Does a recorded session again, at venues of its own. */
final class SessionReplay {
    /** What must be the same; times and ids stand in the body. */
    private static final List<String> COMPARED =
            List.of("status", "executed", "fault", "rejectionCode", "responseBody");

    private final Desk desk;
    private final Control control;
    private final RecordedClock clock;
    private final List<String> differences = new ArrayList<>();

    private SessionReplay(Desk desk, RecordedClock clock) {
        this.desk = desk;
        this.control = new Control(desk);
        this.clock = clock;
    }

    /** The time of the line that is replayed. */
    private static final class RecordedClock implements InstantSource {
        private volatile Instant now;

        RecordedClock(long millis) {
            now = Instant.ofEpochMilli(millis);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    static List<String> run(RecordedSession session) {
        RecordedLine beginning = session.beginning();
        RecordedClock clock = new RecordedClock(beginning.number("startedAt"));
        Map<String, AccountKey> none = Map.of();
        WorkbenchOptions options = new WorkbenchOptions(
                session.venues(),
                0,
                0,
                null,
                List.of(),
                session.seed(),
                beginning.flag("enforceLimits"),
                Duration.ofMillis(beginning.number("latency")),
                null,
                none,
                clock);
        try (Desk desk = new Desk(options, true)) {
            SessionReplay replay = new SessionReplay(desk, clock);
            session.lines().forEach(replay::line);
            return List.copyOf(replay.differences);
        }
    }

    private void line(RecordedLine line) {
        try {
            switch (line.kind()) {
                case "control" -> control(line);
                case "exchange" -> exchange(line);
                default -> differences.add("Line " + line.number() + " is of an unknown kind: " + line.kind());
            }
        } catch (ControlException e) {
            differences.add("Line " + line.number() + ": the control call was rejected: " + e.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was interrupted", e);
        }
    }

    private void control(RecordedLine line) {
        clock.now = Instant.ofEpochMilli(line.number("at"));
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        if (line.data().get("arguments") instanceof Map<?, ?> raw) {
            raw.forEach((name, value) -> arguments.put(String.valueOf(name), value));
        }
        control.handle(new ControlCall(line.text("method"), line.text("path"), List.of(), arguments));
    }

    private void exchange(RecordedLine line) throws InterruptedException {
        if (line.flag("truncated")) {
            differences.add("Line " + line.number() + " is too long to be recorded whole, and was not replayed");
            return;
        }
        VenueSimulator venue = desk.venue(line.text("venue"));
        clock.now = Instant.ofEpochMilli(line.number("at")).minus(venue.clockSkew());
        String query = line.text("query");
        VenueRequest request = VenueRequest.of(
                line.text("method"),
                line.text("path") + (query.isEmpty() ? "" : "?" + query),
                headers(line),
                ByteString.encodeUtf8(line.text("requestBody")));
        venue.replay(request, line.optional("account") == null ? 0 : (int) line.number("account"), rejection(line));
        List<JournalEntry> last = desk.journal().page(null, null, 1).entries();
        compare(line, last.get(0).whole());
    }

    private static @Nullable VenueRejection rejection(RecordedLine line) {
        return line.text("signature").equals("rejected")
                ? new VenueRejection(
                        line.text("rejectionCode"), line.text("rejectionMessage"), (int) line.number("status"))
                : null;
    }

    private static Headers headers(RecordedLine line) {
        Headers.Builder headers = new Headers.Builder();
        if (line.data().get("requestHeaders") instanceof List<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> header) {
                    headers.addUnsafeNonAscii(String.valueOf(header.get("name")), String.valueOf(header.get("value")));
                }
            }
        }
        return headers.build();
    }

    private void compare(RecordedLine line, Map<String, @Nullable Object> now) {
        for (String name : COMPARED) {
            String before = line.text(name);
            String after = String.valueOf(now.get(name));
            if (!before.equals(after)) {
                differences.add("Line " + line.number() + ", " + line.text("method") + " " + line.text("path") + ": "
                        + name + " was " + before + ", and is " + after);
            }
        }
    }
}
