package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.error.MalformedResponseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A listing ends where the venue says so, and nowhere else; what was not read is not passed over in silence. */
class PageCursorTest {
    private static final String READ_ONLY = " (it only reads and may be retried)";

    private final List<HttpUrl> asked = new ArrayList<>();
    private final Deque<String> responses = new ArrayDeque<>();
    private final ListingApi api = ListingApi.of(url -> {
        asked.add(url);
        return Objects.requireNonNull(responses.poll(), "asked once too often");
    });

    @Test
    void pageThatIsShorterThanAskedForIsNoEnd() {
        responds(rows(9, 8), rows(7, 6), rows(5), "[]");

        assertThat(ids(api.fills(null, 1000).pages())).containsExactly("9", "8", "7", "6", "5");
        assertThat(parameters("before")).containsExactly(null, "8", "6", "5");
    }

    @Test
    void shortNumberedPageIsNoEnd() {
        responds(rows(9, 8), rows(7), "[]");

        assertThat(ids(api.open(null, 1000).pages())).containsExactly("9", "8", "7");
        assertThat(parameters("page")).containsExactly(null, "2", "3");
    }

    @Test
    void pageWithNothingNewIsAFailureAfterTheRowsBefore() {
        responds(rows(9, 8), rows(7, 6), rows(8, 9));
        Iterator<List<@Nullable Map<String, Object>>> pages =
                api.fills(null, null).pages().iterator();

        assertThat(pages.next()).hasSize(2);
        assertThat(pages.next()).hasSize(2);
        assertThatThrownBy(pages::hasNext)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Listing to fills cannot be read: none of its rows lies beyond the"
                        + " page before, so before was not honoured and further rows are out of reach; ask for fewer, a"
                        + " shorter time perhaps" + READ_ONLY)
                .extracting("body")
                .isEqualTo("{\"code\":\"0\",\"data\":" + rows(8, 9) + "}");
    }

    /** The rows look new each time, because they change meanwhile; the cursor gives the venue away. */
    @Test
    void cursorThatIsNotHonouredIsFoundOutThoughRowsChange() {
        responds("[{\"id\":9,\"filled\":1},{\"id\":8}]", "[{\"id\":9,\"filled\":2},{\"id\":8}]");

        assertThatThrownBy(() -> ids(api.fills(null, null).pages()))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("before was not honoured");
        assertThat(asked).hasSize(2);
    }

    @Test
    void rowThatAnInclusiveCursorRepeatsEndsTheListingEvenWhenItChanged() {
        responds(rows(9, 8), "[{\"id\":8,\"filled\":1}]");

        assertThat(ids(api.fills(null, null).pages())).containsExactly("9", "8", "8");
        assertThat(asked).hasSize(2);
    }

    @Test
    void numberedPagesGoOnPastRowsThatNewOnesPushedDown() {
        responds(rows(9, 8), rows(9, 8), rows(8, 7), rows(6), "[]");

        assertThat(ids(api.open(null, null).pages())).containsExactly("9", "8", "7", "6");
        assertThat(parameters("page")).containsExactly(null, "2", "3", "4", "5");
    }

    @Test
    void pageNumberThatIsNotHonouredIsAFailure() {
        IntStream.rangeClosed(1, 7).forEach(i -> responds(rows(9, 8)));

        assertThatThrownBy(() -> ids(api.open(null, null).pages()))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Listing to open cannot be read: none of the rows of 6 pages in"
                        + " succession is new, so page was not honoured, or rows arrive faster than they are read; ask for"
                        + " more rows a page" + READ_ONLY);
        assertThat(asked).hasSize(7);
    }

    @Test
    void nullRowsAreKeptAndHideNoCursor() {
        responds("[{\"id\":9},null]", "[null,{\"id\":8}]", "[]");

        List<List<@Nullable Map<String, Object>>> pages =
                api.fills(null, null).pages().toList();

        assertThat(pages.get(0)).hasSize(2).containsNull();
        assertThat(pages.get(1)).hasSize(1);
        assertThat(parameters("before")).containsExactly(null, "9", "8");
    }

    @Test
    void rowsWithoutAnIdAreHandedOutAndThenAFailure() {
        responds("[null]");
        Iterator<List<@Nullable Map<String, Object>>> pages =
                api.fills(null, null).pages().iterator();

        assertThat(pages.next()).containsOnlyNulls();
        assertThatThrownBy(pages::hasNext)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Listing to fills cannot be read: it does not say where the next"
                        + " page begins" + READ_ONLY);
    }

    @Test
    void absentPayloadIsNoEmptyPage() {
        responds(rows(9), "null");

        assertThatThrownBy(() -> ids(api.fills(null, null).pages()))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Listing to fills cannot be read: it holds no payload, so nothing"
                        + " is known of its rows" + READ_ONLY);
    }

    @Test
    void emptyPageIsNoEndWhereTheVenueSaysThatThereIsMore() {
        responds(plans(true, "a", rows(9)), plans(true, "b", "null"), plans(false, "", rows(8)));

        assertThat(api.plans(null).pages()).hasSize(2);
        assertThat(parameters("from")).containsExactly(null, "a", "b");
    }

    @Test
    void moreWithoutAPlaceWhereItBeginsIsAFailure() {
        responds(plans(true, "", rows(9)));

        assertThatThrownBy(() -> api.plans(null).pages().toList())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("it does not say where the next page begins");
    }

    @Test
    void venueThatPromisesMoreForEverIsLeft() {
        IntStream.rangeClosed(1, 6).forEach(i -> responds(plans(true, "" + i, "[]")));

        assertThatThrownBy(() -> api.plans(null).pages().toList())
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("none of the rows of 6 pages in succession is new");
    }

    @Test
    void callThatFailedMayBeMadeAgain() {
        responds(rows(9), "17", rows(8), "[]");
        Iterator<List<@Nullable Map<String, Object>>> pages =
                api.fills(null, null).pages().iterator();

        assertThat(pages.next()).hasSize(1);
        assertThatThrownBy(pages::hasNext).isInstanceOf(MalformedResponseException.class);
        assertThat(pages.next()).hasSize(1);
        assertThat(pages.hasNext()).isFalse();
        assertThat(parameters("before")).containsExactly(null, "9", "9", "8");
    }

    @Test
    void namesThatAVenueGivesCannotTurnAMessage() {
        responds("[{\"a\\u202Eb\\u2028\":1e9999}]");

        assertThatThrownBy(() -> ids(api.fills(null, null).pages()))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Listing to fills cannot be read: Expected a number of at most 1000"
                        + " digits and places but was '1e9999' at $.data[0].a b" + READ_ONLY)
                .cause()
                .hasMessage("Expected a number of at most 1000 digits and places but was '1e9999' at $.data[0].a b");
    }

    private void responds(String... data) {
        responses.addAll(List.of(data));
    }

    private List<@Nullable String> parameters(String name) {
        List<@Nullable String> values = new ArrayList<>();
        asked.forEach(url -> values.add(url.queryParameter(name)));
        return values;
    }

    private static List<String> ids(Stream<List<@Nullable Map<String, Object>>> pages) {
        return pages.flatMap(List::stream)
                .map(row -> String.valueOf(Objects.requireNonNull(row).get("id")))
                .toList();
    }

    private static String rows(int... ids) {
        return IntStream.of(ids).mapToObj(id -> "{\"id\":" + id + "}").collect(Collectors.joining(",", "[", "]"));
    }

    private static String plans(boolean more, String next, String rows) {
        return "{\"more\":" + more + ",\"next\":\"" + next + "\",\"list\":" + rows + "}";
    }
}
