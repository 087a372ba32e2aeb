package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.error.NotSentException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Code that takes calls is tested without a server. */
class SettledCallTest {
    private final NotSentException failure = new NotSentException("sample", "findOrder", "no permit", null);

    @Test
    void completedCallReturnsItsValueInEveryForm() throws Exception {
        VenueCall<List<String>> call = VenueCall.completed(List.of("one", "two"));
        assertThat(call.execute()).containsExactly("one", "two");
        assertThat(call.executeAsync().get()).containsExactly("one", "two");
        assertThat(call.executeWithResponse().status()).isEqualTo(200);
        assertThat(call.executeWithResponseAsync().get().attempts()).isEqualTo(1);
        assertThat(call.pages()).containsExactly(List.of("one", "two"));
        assertThat(call.with(CallOptions.timeout(Duration.ofSeconds(1))).execute())
                .hasSize(2);
    }

    @Test
    void completedCallMayLackAValue() {
        assertThat(VenueCall.completed(null).execute()).isNull();
        assertThat(VenueCall.completed(null).pages()).isEmpty();
    }

    @Test
    void failedCallFailsInEveryForm() {
        VenueCall<String> call = VenueCall.failed(failure);
        assertThatThrownBy(call::execute).isSameAs(failure);
        assertThatThrownBy(call::executeWithResponse).isSameAs(failure);
        assertThatThrownBy(() -> call.executeAsync().get())
                .isInstanceOf(ExecutionException.class)
                .hasCause(failure);
        assertThatThrownBy(() -> call.executeWithResponseAsync().get())
                .isInstanceOf(ExecutionException.class)
                .hasCause(failure);
        assertThatThrownBy(call::pages).isSameAs(failure);
    }

    @Test
    void settledCallHasNoRequest() {
        assertThatThrownBy(() -> VenueCall.completed("value").request())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("This call was made with VenueCall.completed or failed and has no request");
    }
}
