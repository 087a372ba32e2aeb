package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.HistoryVenue.Ends;
import dev.openvenue.core.error.NotSentException;
import dev.openvenue.core.error.RejectedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Time ranges that a venue does not return at once are read window by window, and no row is lost or repeated. */
class TimeWindowsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final HistoryVenue venue = new HistoryVenue();
    private final HistoryApi api = venue.api();

    @Test
    void newestWindowComesFirstAndNeighboursShareASecond() {
        assertThat(api.orders(START, START.plus(Duration.ofHours(100)), null, null, null)
                        .pages())
                .isEmpty();
        assertThat(venue.asked())
                .containsExactly(
                        "2026-01-03T04:00:00Z to 2026-01-05T04:00:00Z",
                        "2026-01-01T04:00:01Z to 2026-01-03T04:00:01Z",
                        "2026-01-01T00:00:00Z to 2026-01-01T04:00:02Z");
    }

    @Test
    void oldestWindowComesFirstWhereTheVenueBeginsWithTheOldestRow() {
        assertThat(api.changes(START, START.plus(Duration.ofHours(100)), null, null)
                        .pages())
                .isEmpty();
        assertThat(venue.asked())
                .containsExactly(
                        "2026-01-01T00:00:00Z to 2026-01-03T00:00:00Z",
                        "2026-01-02T23:59:59Z to 2026-01-04T23:59:59Z",
                        "2026-01-04T23:59:58Z to 2026-01-05T04:00:00Z");
    }

    @Test
    void callerTurnsTheOrderOfWindowsRound() {
        Instant end = START.plus(Duration.ofHours(60));
        assertThat(api.orders(START, end, "asc", null, null).pages()).isEmpty();
        assertThat(api.changes(START, end, "desc", null).pages()).isEmpty();
        assertThat(venue.asked())
                .containsExactly(
                        "2026-01-01T00:00:00Z to 2026-01-03T00:00:00Z",
                        "2026-01-02T23:59:59Z to 2026-01-03T12:00:00Z",
                        "2026-01-01T12:00:00Z to 2026-01-03T12:00:00Z",
                        "2026-01-01T00:00:00Z to 2026-01-01T12:00:01Z");
    }

    /** Rows sit on both sides of every joint, a millisecond and a second apart, some of them at the same instant. */
    @ParameterizedTest(name = "{0}, pages of {1}, {2}")
    @MethodSource("venues")
    void everyRowComesOnceHoweverTheVenueTakesTheEnds(Ends ends, int pageSize, String listing) {
        Instant end = START.plus(Duration.ofHours(100));
        venue.ends = ends;
        venue.pageSize = pageSize;
        List<Integer> expected = new ArrayList<>();
        for (String joint : List.of(
                "2026-01-01T04:00:00Z",
                "2026-01-02T23:59:58Z",
                "2026-01-02T23:59:59Z",
                "2026-01-03T04:00:00Z",
                "2026-01-04T23:59:58Z")) {
            for (long millis : new long[] {-1000, -999, -1, 0, 0, 0, 1, 500, 999, 1000, 1000, 1001, 2000, 2001}) {
                venue.add(Instant.parse(joint).plusMillis(millis));
            }
        }
        venue.rows.forEach(row -> expected.add(row.id()));

        List<Integer> read = read(listing, end);

        if (listing.equals("orders")) {
            Collections.reverse(expected);
        }
        assertThat(read).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> venues() {
        return Stream.of(true, false)
                .flatMap(start -> Stream.of(true, false)
                        .flatMap(end -> Stream.of(1, 1000).map(unit -> new Ends(start, end, Duration.ofMillis(unit)))))
                .flatMap(ends -> Stream.of(1, 3, 100)
                        .flatMap(size ->
                                Stream.of("orders", "changes").map(listing -> Arguments.of(ends, size, listing))));
    }

    private List<Integer> read(String listing, Instant end) {
        Stream<List<Map<String, String>>> pages = listing.equals("orders")
                ? api.orders(START, end, null, null, null).pages()
                : api.changes(START, end, null, null).pages();
        return pages.flatMap(List::stream)
                .map(row -> Integer.valueOf(row.getOrDefault("id", "")))
                .toList();
    }

    @Test
    void rowsComeInTheVenuesOwnOrderAcrossWindows() {
        IntStream.range(0, 200).forEach(hour -> venue.add(START.plus(Duration.ofHours(hour))));
        venue.pageSize = 7;

        assertThat(read("changes", START.plus(Duration.ofHours(200))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
        assertThat(read("orders", START.plus(Duration.ofHours(200))))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 200).map(i -> 201 - i).boxed().toList());
    }

    @Test
    void emptyWindowEndsNothingAndNobodyReadsAheadOfTheStream() {
        venue.add(START.plus(Duration.ofHours(1)));
        venue.add(START.plus(Duration.ofHours(99)));
        Stream<List<Map<String, String>>> pages = api.orders(START, START.plus(Duration.ofHours(100)), null, null, null)
                .pages();
        assertThat(venue.requests).isEmpty();

        var reader = pages.iterator();
        assertThat(reader.next()).hasSize(1);
        assertThat(venue.asked()).containsExactly("2026-01-03T04:00:00Z to 2026-01-05T04:00:00Z");
        assertThat(reader.next()).hasSize(1);
        assertThat(reader.hasNext()).isFalse();
    }

    /** The first page of the older window holds nothing new, and yet the window goes on behind it. */
    @Test
    void pageOfNothingButSharedRowsDoesNotEndItsWindow() {
        Instant joint = Instant.parse("2026-01-01T12:00:00Z");
        venue.add(joint.minusSeconds(10));
        IntStream.range(0, 6).forEach(i -> venue.add(joint.plusMillis(100L * i)));
        venue.pageSize = 3;

        assertThat(read("orders", START.plus(Duration.ofHours(60)))).containsExactly(7, 6, 5, 4, 3, 2, 1);
    }

    @Test
    void emptyPageEndsAWindowAndNotThePaging() {
        venue.add(START);
        venue.add(START.plus(Duration.ofHours(59)));

        assertThat(api.orders(START, START.plus(Duration.ofHours(60)), null, 10, null)
                        .pages())
                .hasSize(2);
        assertThat(venue.requests).hasSize(4);
    }

    @Test
    void timeOfOneWindowIsAskedForAsItIs() {
        assertThat(api.orders(START, START.plus(Duration.ofDays(2)), null, null, null)
                        .pages())
                .isEmpty();
        assertThat(venue.asked()).containsExactly("2026-01-01T00:00:00Z to 2026-01-03T00:00:00Z");
    }

    @Test
    void startWithoutAnEndReachesUntilNow() {
        assertThat(api.orders(HistoryVenue.NOW.minus(Duration.ofHours(50)), null, null, null, null)
                        .pages())
                .isEmpty();
        assertThat(venue.asked())
                .containsExactly(
                        "2026-02-27T00:00:00Z to 2026-03-01T00:00:00Z", "2026-02-26T22:00:00Z to 2026-02-27T00:00:01Z");
    }

    @Test
    void timeWithoutAStartIsTheVenuesOwn() {
        assertThat(api.orders(null, START, null, null, null).pages()).isEmpty();
        assertThat(api.orders(null, null, null, null, null).pages()).isEmpty();
        assertThat(venue.asked()).containsExactly("null to 2026-01-01T00:00:00Z", "null to null");
    }

    @Test
    void callForMoreThanAWindowIsRejected() {
        assertThatThrownBy(
                        () -> api.orders(START, START.plus(Duration.ofDays(2)).plusMillis(1), null, null, null)
                                .execute())
                .isInstanceOf(NotSentException.class)
                .hasMessage("from (2026-01-01T00:00:00Z) and to (2026-01-03T00:00:00.001Z) lie further apart than the"
                        + " 48 hours that History allows for orders; ask for less, or read pages(), which goes window by"
                        + " window; nothing was sent");
        assertThatThrownBy(() ->
                        api.plans(START, START.plus(Duration.ofDays(91)), null).execute())
                .isInstanceOf(NotSentException.class)
                .hasMessage("from (2026-01-01T00:00:00Z) and to (2026-04-02T00:00:00Z) lie further apart than the"
                        + " 90 days that History allows for plans; ask for less, or read pages(), which goes window by"
                        + " window; nothing was sent");
        assertThat(venue.requests).isEmpty();
    }

    @Test
    void timeThatEndsBeforeItStartsIsRejected() {
        ListingCall<?, ?> call = api.orders(START, START.minusMillis(1), null, null, null);
        String message =
                "from (2026-01-01T00:00:00Z) is after to (2025-12-31T23:59:59.999Z); swap them;" + " nothing was sent";

        assertThatThrownBy(call::execute).isInstanceOf(NotSentException.class).hasMessage(message);
        assertThatThrownBy(() -> call.pages().toList())
                .isInstanceOf(NotSentException.class)
                .hasMessage(message);
        assertThat(venue.requests).isEmpty();
    }

    @Test
    void cursorIsRejectedWhereThereAreSeveralWindows() {
        assertThatThrownBy(() -> api.orders(START, START.plus(Duration.ofHours(60)), null, null, "7")
                        .pages())
                .isInstanceOf(NotSentException.class)
                .hasMessage("before is given, but from 2026-01-01T00:00:00Z to 2026-01-03T12:00:00Z is more than one"
                        + " call may ask for, and pages() begins each window with its first row; leave before out, or"
                        + " ask for less; nothing was sent");
        assertThat(venue.requests).isEmpty();
    }

    /** The payload is an object here, so a row that came before has to be taken out of its midst. */
    @Test
    void rowsInsideAPayloadComeOnceToo() {
        Instant joint = START.plus(Duration.ofDays(10));
        venue.add(joint.minusMillis(1));
        venue.add(joint.plusMillis(1));
        venue.add(joint.plusMillis(2));

        assertThat(api.plans(START, START.plus(Duration.ofDays(100)), null).pages())
                .extracting(plans -> plans.get("list"))
                .containsExactly(List.of(row(3), row(2)), List.of(row(1)));
    }

    @Test
    void rejectionOfTheVenueComesAfterWhatCouldBeRead() {
        venue.add(START.plus(Duration.ofHours(99)));
        venue.oldest = START.plus(Duration.ofHours(1));
        var reader = api.orders(START, START.plus(Duration.ofHours(100)), null, null, null)
                .pages()
                .iterator();

        assertThat(reader.next()).hasSize(1);
        assertThatThrownBy(reader::hasNext)
                .isInstanceOf(RejectedException.class)
                .hasMessage("History rejected orders: 9 too far back (it only reads and may be retried)");
    }

    private Map<String, String> row(int id) {
        return Map.of(
                "id",
                Integer.toString(id),
                "time",
                Long.toString(venue.rows.get(id - 1).time().toEpochMilli()));
    }
}
