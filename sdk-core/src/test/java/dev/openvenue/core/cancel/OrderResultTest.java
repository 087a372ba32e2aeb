package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.OrderResult.Accepted;
import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.cancel.OrderResult.Retryable;
import dev.openvenue.core.cancel.OrderResult.SplitNeeded;
import dev.openvenue.core.cancel.OrderResult.Unknown;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.TransportException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a response to a cancel is called where an outcome proves itself. */
final class OrderResultTest {
    private final TransportException cut = ScriptedFault.transport(Effect.UNKNOWN);

    @Test
    void everyResultHasWords() {
        assertThat(new Accepted("7").words()).isEqualTo("accepted");
        assertThat(new Unknown(cut, false).words()).isEqualTo("outcome unknown: No response from Test");
        assertThat(new Retryable(cut, Duration.ZERO).words()).isEqualTo("not executed: No response from Test");
        assertThat(new SplitNeeded(cut).words()).isEqualTo("not executed: No response from Test");
        OrderResult rejected =
                new Rejected("404", ErrorKind.ORDER_NOT_FOUND, Effect.NONE, Remedy.NONE, "no such order", null);
        assertThat(rejected.words()).isEqualTo("Rejected: 404 no such order (order not found)");
    }
}
