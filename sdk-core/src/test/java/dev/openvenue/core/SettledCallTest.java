package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.error.NotSentException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        assertThat(call.with(CallOptions.timeout(Duration.ofSeconds(1))).execute())
                .hasSize(2);
    }

    @Test
    void completedCallMayLackAValue() {
        assertThat(VenueCall.completed(null).execute()).isNull();
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
    }

    @Test
    void settledCallHasNoRequest() {
        assertThatThrownBy(() -> VenueCall.completed("value").request())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("This call was made with completed or failed, not by a client, and has no request");
    }

    @Test
    void completedListingHasOnePageOfItsRows() {
        ListingCall<List<String>, String> listing = ListingCall.completed(List.of("one", "two"));

        assertThat(listing.items()).containsExactly("one", "two");
        assertThat(listing.pages()).containsExactly(List.of("one", "two"));
        assertThat(listing.execute()).containsExactly("one", "two");
        assertThat(listing.with(CallOptions.timeout(Duration.ofSeconds(1))).items())
                .hasSize(2);
    }

    @Test
    void pageOfACompletedListingMayHoldMoreThanRows() {
        ListingCall<Map<String, Object>, Integer> listing =
                ListingCall.completed(Map.of("more", false, "list", List.of(1, 2)), List.of(1, 2));

        assertThat(listing.items()).containsExactly(1, 2);
        assertThat(listing.pages()).hasSize(1);
    }

    @Test
    void rowsOfACompletedListingMayBeNull() {
        assertThat(ListingCall.completed(Arrays.asList("one", null)).items()).containsExactly("one", null);
    }

    @Test
    void failedListingFailsWhenItIsRead() {
        ListingCall<List<String>, String> listing = ListingCall.failed(failure);

        assertThatThrownBy(listing::execute).isSameAs(failure);
        assertThatThrownBy(() -> listing.items().toList()).isSameAs(failure);
        assertThatThrownBy(() -> listing.pages().toList()).isSameAs(failure);
    }
}
