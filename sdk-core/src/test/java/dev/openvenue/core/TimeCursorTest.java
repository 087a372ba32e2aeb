package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.error.MalformedResponseException;
import dev.openvenue.core.error.NotSentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A listing that goes back in time, of which nobody knows whether the end belongs to it: rows of one millisecond are
 * not lost.
 */
class TimeCursorTest {
    /** A row; its time is in milliseconds. */
    private record Row(int id, long time) {}

    private final List<HttpUrl> asked = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final ListingApi api = ListingApi.of(this::response);
    private boolean endIncluded;
    private boolean endHonoured = true;
    private int pageSize = 3;

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void rowsOfOneMillisecondOnTwoPagesAreAllRead(boolean included) {
        endIncluded = included;
        placed(1, 100);
        placed(2, 200);
        placed(2, 201);

        assertThat(read()).containsExactly(4, 5, 2, 3, 1);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void batchThatIsTheWholeHistoryIsRead(boolean included) {
        endIncluded = included;
        placed(3, 100);
        pageSize = 4;

        assertThat(read()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void millisecondThatFillsAPageIsAFailureSinceItMayHoldMore(boolean included) {
        endIncluded = included;
        placed(1, 100);
        placed(5, 200);

        assertThatThrownBy(this::read)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Listing to history cannot be read: there may be more rows of one"
                        + " millisecond than the page before holds, and those are out of reach; ask for more rows a page"
                        + " (it only reads and may be retried)");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void oldestMillisecondThatFillsAPageIsAFailureToo(boolean included) {
        endIncluded = included;
        placed(3, 100);

        assertThatThrownBy(this::read).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void endThatIsNotHonouredIsAFailure() {
        endHonoured = false;
        placed(1, 100);
        placed(1, 200);

        assertThatThrownBy(this::read)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("The response of Listing to history cannot be read: none of its rows lies beyond"
                        + " the page before, so end was not honoured and further rows are out of reach; ask for fewer, a"
                        + " shorter time perhaps (it only reads and may be retried)");
        assertThat(asked).hasSize(2);
    }

    @Test
    void timeBeyondWhichThereIsNoneIsAFailure() {
        placed(1, Long.MAX_VALUE);
        endIncluded = true;

        assertThatThrownBy(this::read)
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("it does not say where the next page begins");
    }

    /** Small pages, crowded milliseconds: every row is read once, or a failure says that some may be missing. */
    @Test
    void noRowIsEverLostInSilence() {
        int whole = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            rows.clear();
            endIncluded = random.nextBoolean();
            pageSize = 2 + random.nextInt(4);
            IntStream.range(0, random.nextInt(12)).forEach(i -> placed(1, 100 + random.nextInt(8)));
            try {
                assertThat(read())
                        .as("seed %s", seed)
                        .containsExactlyInAnyOrderElementsOf(
                                rows.stream().map(Row::id).toList());
                whole++;
            } catch (MalformedResponseException e) {
                assertThat(e).as("seed %s", seed).hasMessageContaining("rows of one millisecond than the page before");
            }
        }
        assertThat(whole).isGreaterThan(1_000);
    }

    @Test
    void directionThatLeadsAwayFromTheCursorIsRejected() {
        assertThatThrownBy(() -> api.history(null, "prev", null).pages())
                .isInstanceOf(NotSentException.class)
                .hasMessage(
                        "direct is 'prev', but pages() goes on by end and needs 'next'; leave direct out; nothing was"
                                + " sent");
        assertThat(asked).isEmpty();
    }

    @Test
    void directionIsNamedInEveryCall() {
        placed(2, 100);

        assertThat(api.history(null, "next", null).pages()).hasSize(1);
        assertThat(asked).extracting(url -> url.queryParameter("direct")).containsOnly("next");
    }

    private void placed(int number, long time) {
        IntStream.range(0, number).forEach(i -> rows.add(new Row(rows.size() + 1, time)));
    }

    private List<Integer> read() {
        List<Integer> read = new ArrayList<>();
        api.history(null, null, pageSize).pages().flatMap(List::stream).forEach(row -> read.add(id(row)));
        return read;
    }

    private static Integer id(@Nullable Map<String, Object> row) {
        return Integer.valueOf(String.valueOf(Objects.requireNonNull(row).get("id")));
    }

    private String response(HttpUrl url) {
        asked.add(url);
        String given = url.queryParameter("end");
        long end = given == null || !endHonoured ? Long.MAX_VALUE : Long.parseLong(given);
        return rows.stream()
                .filter(row -> endIncluded ? row.time() <= end : row.time() < end)
                .sorted(Comparator.comparing(row -> -row.time()))
                .limit(pageSize)
                .map(row -> "{\"id\":" + row.id() + ",\"time\":" + row.time() + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
