package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.CancelProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class ProgressInLogTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.EPOCH;

    @Test
    void aLineIsWrittenEveryTwoSecondsAtMost() {
        try (Session session = Session.open(Venues.find("bitget"), null, null, () -> now);
                Progress progress = new ProgressInLog(new PrintStream(err, true, StandardCharsets.UTF_8), () -> now)) {
            Consumer<CancelProgress> listener = progress.listener(session);
            listener.accept(new CancelProgress("xt", 100, 1, 1, null));
            now = Instant.ofEpochMilli(1999);
            listener.accept(new CancelProgress("xt", 100, 2, 2, null));
            now = Instant.ofEpochMilli(2000);
            listener.accept(new CancelProgress("xt", 100, 3, 3, null));
            listener.accept(new CancelProgress("xt", 100, 4, 4, null));
            now = Instant.ofEpochMilli(4500);
            listener.accept(new CancelProgress("xt", 200, 5, 5, null));
        }

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
                live api.bitget.com  3 of 100 orders settled, 3 calls
                live api.bitget.com  5 of 200 orders settled, 5 calls
                """);
    }
}
