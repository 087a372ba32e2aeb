package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.error.MalformedResponseException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rows of a listing one by one, whatever pages the venue sends them in. */
final class ListingCallTest {
    private final List<HttpUrl> asked = new ArrayList<>();
    private final Deque<String> responses = new ArrayDeque<>();
    private final ListingApi api = ListingApi.of(url -> {
        asked.add(url);
        return Objects.requireNonNull(responses.poll(), "asked once too often");
    });

    @Test
    void itemsAreTheRowsOfAllPagesWithoutThoseThatAVenueRepeats() {
        responses.addAll(List.of("[{\"id\":9},{\"id\":8}]", "[{\"id\":8},{\"id\":7}]", "[]"));

        assertThat(ids(api.fills(null, null).items().iterator())).containsExactly("9", "8", "7");
    }

    @Test
    void nextPageIsFetchedOnlyWhenTheRowsBeforeAreUsedUp() {
        responses.addAll(List.of("[{\"id\":9},{\"id\":8}]", "[{\"id\":7}]"));
        Iterator<@Nullable Map<String, Object>> items =
                api.fills(null, null).items().iterator();
        assertThat(asked).isEmpty();

        assertThat(id(items.next())).isEqualTo("9");
        assertThat(id(items.next())).isEqualTo("8");
        assertThat(asked).hasSize(1);

        assertThat(id(items.next())).isEqualTo("7");
        assertThat(asked).hasSize(2);
    }

    @Test
    void streamThatIsCutAtTheEndOfAPageFetchesNoFurtherOne() {
        responses.add("[{\"id\":9},{\"id\":8}]");

        assertThat(api.fills(null, null).items().limit(2)).hasSize(2);
        assertThat(asked).hasSize(1);
    }

    @Test
    void failureOfAPageComesAfterTheRowsBefore() {
        responses.addAll(List.of("[{\"id\":9},{\"id\":8}]", "[{\"id\":9},{\"id\":8}]"));
        Iterator<@Nullable Map<String, Object>> items =
                api.fills(null, null).items().iterator();

        assertThat(List.of(id(items.next()), id(items.next()))).containsExactly("9", "8");
        assertThatThrownBy(items::hasNext)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Listing to fills cannot be read: none of its rows lies beyond"
                        + " the page before, so before was not honoured and further rows are out of reach; ask for"
                        + " fewer, a shorter time perhaps (it only reads and may be retried)");
    }

    @Test
    void rowThatIsNullIsKept() {
        responses.addAll(List.of("[{\"id\":9},null]", "[]"));

        assertThat(api.fills(null, null).items()).hasSize(2).contains((Map<String, Object>) null);
    }

    @Test
    void itemsAreFoundInsideAPayloadThatIsNoList() {
        responses.addAll(List.of(
                "{\"more\":true,\"next\":\"8\",\"list\":[{\"id\":9},{\"id\":8}]}",
                "{\"more\":false,\"list\":[{\"id\":8},{\"id\":7}]}"));

        assertThat(ids(api.plans(null).items().iterator())).containsExactly("9", "8", "7");
    }

    @Test
    void listingWithOtherOptionsIsStillAListing() {
        responses.addAll(List.of("[{\"id\":9}]", "[]"));

        assertThat(api.fills(null, null)
                        .with(CallOptions.timeout(Duration.ofSeconds(9)))
                        .items())
                .hasSize(1);
    }

    @Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
    interface Mistaken {
        @OperationId("open")
        @Page(parameter = "page", start = 1)
        VenueCall<List<String>> open();
    }

    @Test
    void paginatedMethodThatReturnsAnOrdinaryCallIsRejected() {
        OperationMetadata mistaken = Objects.requireNonNull(
                OperationMetadata.of("Listing", List.of(Mistaken.class)).get("open"));

        assertThatThrownBy(() -> Endpoint.of(mistaken, TestApi.MOSHI))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("public abstract dev.openvenue.core.VenueCall"
                        + " dev.openvenue.core.ListingCallTest$Mistaken.open() does not return ListingCall<…>");
    }

    private static List<String> ids(Iterator<? extends @Nullable Map<String, Object>> rows) {
        List<String> ids = new ArrayList<>();
        rows.forEachRemaining(row -> ids.add(id(row)));
        return ids;
    }

    private static String id(@Nullable Map<String, Object> row) {
        return String.valueOf(Objects.requireNonNull(row).get("id"));
    }
}
