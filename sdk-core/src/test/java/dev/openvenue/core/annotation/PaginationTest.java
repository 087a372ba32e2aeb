package dev.openvenue.core.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a page says of the next one, in each of the ways that {@link Page} knows. */
class PaginationTest {
    private static final List<Object> NONE = List.of();
    private static final List<Object> ROWS = List.of(Map.of("id", "9"), Map.of("id", new BigDecimal("8")));

    @Test
    void emptyPageIsTheLastUnlessTheVenueSaysThatThereIsMore() {
        assertThat(pagination("byRow").isLast(NONE, NONE)).isTrue();
        assertThat(pagination("byRow").isLast(ROWS, ROWS)).isFalse();
        assertThat(pagination("byPayload").isLast(Map.of("more", true), NONE)).isFalse();
        assertThat(pagination("byPayload").isLast(Map.of("more", "False"), ROWS))
                .isTrue();
        assertThat(pagination("byPayload").isLast(Map.of(), ROWS)).isFalse();
    }

    @Test
    void nextValueComesFromWhereThePageSaysIt() {
        assertThat(pagination("byRow").next(ROWS, ROWS, Map.of())).isEqualTo("8");
        assertThat(pagination("byPayload").next(Map.of("next", "55"), ROWS, Map.of()))
                .isEqualTo("55");
        assertThat(pagination("byEnvelope").next(ROWS, ROWS, Map.of("next", "66")))
                .isEqualTo("66");
        assertThat(pagination("byEnvelope").next(ROWS, ROWS, Map.of())).isEmpty();
    }

    @Test
    void rowAndAVenueThatSaysThereIsMoreMustNameTheNextPage() {
        assertThat(pagination("byRow").mustHaveNext(ROWS)).isTrue();
        assertThat(pagination("byEnvelope").mustHaveNext(ROWS)).isFalse();
        assertThat(pagination("byPayload").mustHaveNext(Map.of("more", true))).isTrue();
        assertThat(pagination("byPayload").mustHaveNext(Map.of())).isFalse();
    }

    @Test
    void cursorIsAloneOnlyInAPageOfItsOwnRow() {
        List<Object> alone = List.of(Map.of("id", "8"));
        assertThat(pagination("byRow").isCursorAlone(alone, "8")).isTrue();
        assertThat(pagination("byRow").isCursorAlone(alone, "9")).isFalse();
        assertThat(pagination("byRow").isCursorAlone(ROWS, "8")).isFalse();
        assertThat(pagination("byPayload").isCursorAlone(alone, "")).isFalse();
    }

    /** Written out, this id would take a gigabyte. */
    @Test
    void hugeNumberIsNotWrittenOut() {
        Map<String, Object> row = Map.of("id", new BigDecimal("1e999999999"));
        assertThat(pagination("byRow").cursor(List.of(row))).isEqualTo("1E+999999999");
    }

    private static Pagination pagination(String way) {
        return new Pagination(Stream.of(Ways.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(way))
                .map(method -> Objects.requireNonNull(method.getAnnotation(Page.class)))
                .findFirst()
                .orElseThrow());
    }

    /** Ways to page; found by their names. */
    @SuppressWarnings("UnusedMethod")
    private interface Ways {
        @Page(parameter = "before", row = "id")
        void byRow();

        @Page(parameter = "from", envelope = "next")
        void byEnvelope();

        @Page(parameter = "from", payload = "next", more = "more")
        void byPayload();
    }
}
