package dev.openvenue.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.OwnLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the listener hears of a run's progress. */
final class ProgressListenerTest {
    private record Event(
            long inputs, long settled, long calls, @Nullable String warning) {}

    private final List<Event> heard = new ArrayList<>();

    @Test
    void everyOrderThatIsTakenInOrSettledIsReported() {
        ProgressListener<Event> listener = listener(heard::add);

        listener.hear(0, 0, 0);
        listener.hear(1, 0, 1);
        listener.hear(1, 0, 2);
        listener.hear(2, 1, 3);
        listener.hear(2, 2, 3);

        assertThat(heard).containsExactly(new Event(1, 0, 1, null), new Event(2, 1, 3, null), new Event(2, 2, 3, null));
    }

    @Test
    void aListenerThatThrowsIsLoggedAndHearsNoMore() {
        OwnLog log = OwnLog.of(ProgressListenerTest.class);
        ProgressListener<Event> listener = listener(progress -> {
            heard.add(progress);
            throw new AssertionError("no screen");
        });

        listener.hear(1, 0, 1);
        listener.hear(2, 0, 1);
        log.close();

        assertThat(heard).hasSize(1);
        assertThat(log.lines())
                .containsExactly("WARNING The progress listener of the batch test at home failed and hears no more;"
                        + " the run goes on");
    }

    private static ProgressListener<Event> listener(Consumer<Event> hearer) {
        return new ProgressListener<>(
                System.getLogger(ProgressListenerTest.class.getName()), "batch test at home", Event::new, hearer);
    }
}
