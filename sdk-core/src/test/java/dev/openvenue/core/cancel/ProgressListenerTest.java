package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.OwnLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the listener hears of a run's progress. */
final class ProgressListenerTest {
    private final List<CancelProgress> heard = new ArrayList<>();

    @Test
    void everyOrderThatIsTakenInOrSettledIsReported() {
        ProgressListener listener = new ProgressListener("test", heard::add);

        listener.hear(0, 0, 0);
        listener.hear(1, 0, 1);
        listener.hear(1, 0, 2);
        listener.hear(2, 1, 3);
        listener.hear(2, 2, 3);

        assertThat(heard)
                .containsExactly(
                        new CancelProgress("test", 1, 0, 1),
                        new CancelProgress("test", 2, 1, 3),
                        new CancelProgress("test", 2, 2, 3));
    }

    @Test
    void aListenerThatThrowsIsLoggedAndHearsNoMore() {
        OwnLog log = OwnLog.of(BatchCancel.class);
        ProgressListener listener = new ProgressListener("test", progress -> {
            heard.add(progress);
            throw new AssertionError("no screen");
        });

        listener.hear(1, 0, 1);
        listener.hear(2, 0, 1);
        log.close();

        assertThat(heard).hasSize(1);
        assertThat(log.lines())
                .containsExactly("WARNING The progress listener of the batch cancel at test failed and hears no more;"
                        + " the run goes on");
    }
}
