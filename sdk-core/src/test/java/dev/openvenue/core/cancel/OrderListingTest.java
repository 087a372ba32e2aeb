package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderLookup.NotFound;
import dev.openvenue.core.cancel.OrderLookup.Row;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.engine.OrderListing;
import dev.openvenue.core.engine.OrderListing.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

final class OrderListingTest {
    private final ScriptedVenue venue = new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 10);

    @Test
    void aListWithoutPagesIsWholeAtOnce() {
        OrderListing listing = listing("unpaged", Integer.MAX_VALUE);

        assertThat(listing.next()).isEqualTo(Map.of("symbol", "BTC"));
        assertThat(listing.read(page("1", "2"))).isEqualTo(Progress.WHOLE);
        assertThat(lookups(listing, IdKind.ORDER_ID, List.of("2", "3")))
                .containsExactly(new Row(Found.OPEN, "2"), new Row(new NotFound(true), null));
        assertThat(lookups(listing, IdKind.CLIENT_ORDER_ID, List.of("c1"))).containsExactly(new Row(Found.OPEN, "1"));
    }

    @Test
    void aListPagedByItsLastRowGoesOnUntilAPageIsEmptyBecauseVenuesClampPages() {
        OrderListing listing = listing("byRow", 2);

        assertThat(listing.next()).isEqualTo(Map.of("symbol", "BTC", "limit", 2));
        assertThat(listing.read(page("9", "8"))).isEqualTo(Progress.MORE);
        assertThat(listing.next()).isEqualTo(Map.of("symbol", "BTC", "limit", 2, "before", "8"));
        assertThat(listing.read(page("7"))).isEqualTo(Progress.MORE);
        assertThat(listing.next()).containsEntry("before", "7");
        assertThat(listing.read(page())).isEqualTo(Progress.WHOLE);
        assertThat(listing.rows()).containsOnlyKeys("9", "8", "7");
    }

    @Test
    void aListPagedByTheEnvelopeGoesOnUntilTheNextValueIsAbsent() {
        OrderListing listing = listing("byEnvelope", Integer.MAX_VALUE);

        assertThat(listing.read(new VenueResponse<>(rows("1"), 200, Headers.of(), Map.of("next", "55"), 1, "")))
                .isEqualTo(Progress.MORE);
        assertThat(listing.next()).isEqualTo(Map.of("symbol", "BTC", "from", "55"));
        assertThat(listing.read(page("2"))).isEqualTo(Progress.WHOLE);
    }

    @Test
    void anEmptyFirstPageIsAWholeList() {
        OrderListing listing = listing("byNumber", 2);

        assertThat(listing.next()).isEqualTo(Map.of("symbol", "BTC", "size", 2, "page", 1));
        assertThat(listing.read(page())).isEqualTo(Progress.WHOLE);
    }

    @Test
    void theSecondReadingOfNumberedPagesNeedsNoEmptyPage() {
        OrderListing listing = listing("byNumber", 2);

        assertThat(listing.read(page("1"))).isEqualTo(Progress.MORE);
        assertThat(listing.next()).containsEntry("page", 2);
        assertThat(listing.read(page())).isEqualTo(Progress.MORE);
        assertThat(listing.next()).containsEntry("page", 1);
        assertThat(listing.read(page("1"))).isEqualTo(Progress.WHOLE);
    }

    @Test
    void pagesMayBeNumberedFromZero() {
        OrderListing listing = listing("byNumberFromZero", 2);

        assertThat(listing.next()).isEqualTo(Map.of("symbol", "BTC", "page", 0));
        assertThat(listing.read(page("1"))).isEqualTo(Progress.MORE);
        assertThat(listing.next()).containsEntry("page", 1);
        assertThat(listing.read(page())).isEqualTo(Progress.MORE);
        assertThat(listing.next()).containsEntry("page", 0);
        assertThat(listing.read(page("1"))).isEqualTo(Progress.WHOLE);
    }

    @Test
    void aListPagedByItsPayloadGoesOnUntilTheNextValueIsAbsentOrThereIsNoMore() {
        venue.description = Descriptions.open(
                venue.description,
                Query.builder("open")
                        .symbol("symbol")
                        .rows("list")
                        .orderId("id")
                        .clientOrderId("clientId")
                        .build());
        OrderListing listing = listing("byPayload", Integer.MAX_VALUE);

        assertThat(listing.read(ScriptedVenue.response(Map.of("list", rows("1"), "next", "55", "more", true))))
                .isEqualTo(Progress.MORE);
        assertThat(listing.next()).isEqualTo(Map.of("symbol", "BTC", "from", "55"));
        assertThat(listing.read(ScriptedVenue.response(Map.of("list", rows("2")))))
                .isEqualTo(Progress.WHOLE);
        assertThat(listing("byPayload", Integer.MAX_VALUE)
                        .read(ScriptedVenue.response(Map.of("list", rows("1"), "next", "55", "more", false))))
                .isEqualTo(Progress.WHOLE);
    }

    @Test
    void aListThatSaysThereIsMoreAndShowsNoneIsNotWhole() {
        venue.description = Descriptions.open(
                venue.description,
                Query.builder("open")
                        .symbol("symbol")
                        .rows("list")
                        .orderId("id")
                        .clientOrderId("clientId")
                        .build());
        OrderListing listing = listing("byPayload", Integer.MAX_VALUE);
        VenueResponse<Object> empty = ScriptedVenue.response(Map.of("list", List.of(), "next", "55", "more", true));

        assertThat(listing.read(empty)).isEqualTo(Progress.UNUSABLE);
        assertThat(listing.problem(empty)).hasMessage("Test's open said that there are more orders and listed none");
    }

    @Test
    void aListThatSaysThereIsMoreMustSayWhere() {
        venue.description = Descriptions.open(
                venue.description,
                Query.builder("open")
                        .symbol("symbol")
                        .rows("list")
                        .orderId("id")
                        .clientOrderId("clientId")
                        .build());
        OrderListing listing = listing("byPayload", Integer.MAX_VALUE);
        VenueResponse<Object> lost = ScriptedVenue.response(Map.of("list", rows("1"), "more", true));

        assertThat(listing.read(lost)).isEqualTo(Progress.UNUSABLE);
        assertThat(listing.problem(lost)).hasMessage("Test's open did not say where the next page of the list begins");
    }

    @Test
    void aRowWithoutItsCursorDoesNotEndTheList() {
        OrderListing listing = listing("byTime", 2);

        assertThat(listing.read(page("2", "1"))).isEqualTo(Progress.UNUSABLE);
    }

    @Test
    void aPageNumberThatIsNotHonouredDoesNotMakeTheListWhole() {
        OrderListing listing = listing("byNumber", 2);

        assertThat(listing.read(page("1", "2"))).isEqualTo(Progress.MORE);
        assertThat(listing.read(page("1", "2"))).isEqualTo(Progress.UNUSABLE);
    }

    @Test
    void rowsThatComeOldestFirstDoNotCutTheList() {
        OrderListing listing = listing("byRow", 3);

        assertThat(listing.read(page("1", "2", "3"))).isEqualTo(Progress.MORE);
        assertThat(listing.read(page("1", "2"))).isEqualTo(Progress.UNUSABLE);
        assertThat(listing.rows()).containsOnlyKeys("1", "2", "3");
    }

    @Test
    void rowsInNoOrderDoNotCutTheList() {
        OrderListing listing = listing("byRow", 3);

        assertThat(listing.read(page("5", "9", "7"))).isEqualTo(Progress.MORE);
        assertThat(listing.read(page("5"))).isEqualTo(Progress.UNUSABLE);
    }

    @Test
    void aResponseThatLeavesOutItsPayloadOrARowIsNoEmptyList() {
        for (Object payload : Arrays.asList(null, Arrays.asList((Object) null), List.of(Map.of()))) {
            assertThat(listing("byRow", 2).read(ScriptedVenue.response(payload)))
                    .isEqualTo(Progress.UNUSABLE);
        }
        OrderListing listing = listing("unpaged", 2);
        VenueResponse<Object> nothing = ScriptedVenue.response(null);
        listing.read(nothing);
        assertThat(listing.problem(nothing))
                .hasMessage("Test's open responded without a list of orders, which is no empty list");
    }

    @Test
    void anOrderThatIsListedTwiceIsOpenIfOneRowSaysSo() {
        venue.description = Descriptions.open(
                venue.description,
                Query.builder("open")
                        .symbol("symbol")
                        .rows(".")
                        .orderId("id")
                        .clientOrderId("clientId")
                        .status("status")
                        .build());
        OrderListing listing = listing("unpaged", 2);
        listing.read(ScriptedVenue.response(List.of(
                Map.of("id", "1", "clientId", "c", "status", "OPEN"),
                Map.of("id", "1", "clientId", "c", "status", "CANCELLED"),
                Map.of("id", "2", "clientId", "c", "status", "CANCELLED"))));

        assertThat(lookups(listing, IdKind.ORDER_ID, List.of("1"))).containsExactly(new Row(Found.OPEN, "1"));
        assertThat(lookups(listing, IdKind.CLIENT_ORDER_ID, List.of("c"))).containsExactly(new Row(Found.OPEN, "1"));
    }

    @Test
    void numberedPagesCountOnlyIfTwoReadingsAgree() {
        OrderListing listing = listing("byNumber", 2);

        // While the first page was read "1" closed, so "3" slipped from the second page to the first.
        assertThat(listing.read(page("1", "2"))).isEqualTo(Progress.MORE);
        assertThat(listing.read(page("4"))).isEqualTo(Progress.MORE);
        assertThat(listing.read(page())).isEqualTo(Progress.MORE);
        assertThat(listing.next()).containsEntry("page", 1);
        assertThat(listing.read(page("2", "3"))).isEqualTo(Progress.MORE);
        assertThat(listing.next()).containsEntry("page", 2);
        assertThat(listing.read(page("4"))).isEqualTo(Progress.MORE);
        assertThat(listing.read(page())).isEqualTo(Progress.MORE);
        assertThat(listing.read(page("2", "3"))).isEqualTo(Progress.MORE);
        assertThat(listing.read(page("4"))).isEqualTo(Progress.WHOLE);
        assertThat(listing.rows()).containsOnlyKeys("2", "3", "4");
    }

    @Test
    void aListThatKeepsChangingSaysNothing() {
        OrderListing listing = listing("byNumber", 2);

        for (int reading = 1; reading < 4; reading++) {
            assertThat(listing.read(page("a" + reading, "b"))).isEqualTo(Progress.MORE);
            assertThat(listing.read(page())).isEqualTo(Progress.MORE);
        }
        assertThat(listing.read(page("z", "b"))).isEqualTo(Progress.MORE);
        VenueResponse<Object> last = page();
        assertThat(listing.read(last)).isEqualTo(Progress.UNUSABLE);
        assertThat(listing.problem(last)).hasMessage("Test's open kept changing while its pages were read");
    }

    @Test
    void aCursorThatIsNotHonouredDoesNotMakeTheListWhole() {
        OrderListing listing = listing("byRow", 2);

        assertThat(listing.read(page("4", "3"))).isEqualTo(Progress.MORE);
        VenueResponse<Object> again = page("4", "3");
        assertThat(listing.read(again)).isEqualTo(Progress.UNUSABLE);
        assertThat(listing.problem(again))
                .hasMessage(
                        "Test's open repeated orders that it had listed instead of going on, so there may be others");
    }

    @Test
    void aCursorThatIncludesItsRowEndsWithThatRowAlone() {
        OrderListing listing = listing("byRow", 1);

        assertThat(listing.read(page("4"))).isEqualTo(Progress.MORE);
        assertThat(listing.read(page("4"))).isEqualTo(Progress.WHOLE);
    }

    @Test
    void somethingThatIsNoOrderIsNotAnEmptyList() {
        OrderListing listing = listing("unpaged", Integer.MAX_VALUE);
        VenueResponse<Object> nonsense = ScriptedVenue.response("maintenance");

        assertThat(listing.read(nonsense)).isEqualTo(Progress.UNUSABLE);
        assertThat(listing.problem(nonsense)).hasMessage("Test's open listed something that is not an order");
    }

    private OrderListing listing(String pages, int size) {
        venue.paging = Stream.of(Pages.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(pages))
                .findFirst()
                .orElseThrow()
                .getAnnotation(Page.class);
        venue.book.pageSize = size;
        return venue.venue().listing(Objects.requireNonNull(venue.description.open()), Map.of("symbol", "BTC"));
    }

    private static VenueResponse<Object> page(String... ids) {
        return ScriptedVenue.response(rows(ids));
    }

    private static Object rows(String... ids) {
        return Stream.of(ids).map(id -> Map.of("id", id, "clientId", "c" + id)).toList();
    }

    /** Ways to page; found by their names. */
    @SuppressWarnings("UnusedMethod")
    private interface Pages {
        void unpaged();

        @Page(parameter = "before", row = "id", size = "limit")
        void byRow();

        @Page(parameter = "end", row = "time")
        void byTime();

        @Page(parameter = "from", envelope = "next")
        void byEnvelope();

        @Page(parameter = "from", payload = "next", more = "more")
        void byPayload();

        @Page(parameter = "page", start = 0)
        void byNumberFromZero();

        @Page(parameter = "page", start = 1, size = "size")
        void byNumber();
    }

    private List<Row> lookups(OrderListing listing, IdKind kind, List<String> ids) {
        Query open = Objects.requireNonNull(venue.description.open());
        return new OrderLookupReader(venue.venue())
                .listed(open, kind, ids, listing.rows()).stream()
                        .map(Descriptions::withoutSnapshot)
                        .toList();
    }
}
