package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameSuggestionsTest {
    private static final List<String> NAMES =
            List.of("batchCancelOrder", "batchOrders", "cancelOrder", "order", "orderInfo", "placeOrder", "publicTime");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            batchCancelOrders | batchCancelOrder
            BATCHCANCELORDER  | batchCancelOrder
            ordr              | order
            orders            | order
            cancleOrder       | cancelOrder
            time              | ``
            ``                | ``
            """)
    void namesThatAreSpelledAlikeAreFound(String name, String closest) {
        assertThat(String.join(" ", NameSuggestions.closest(name, NAMES))).isEqualTo(closest);
    }

    @ParameterizedTest
    @CsvSource({"ab, aab abc abd", "abd, abd abc abcd"})
    void closestThreeComeFirstAndThenByName(String name, String closest) {
        assertThat(NameSuggestions.closest(name, List.of("abd", "abc", "aab", "abcd", "zzz")))
                .isEqualTo(List.of(closest.split(" ")));
    }
}
