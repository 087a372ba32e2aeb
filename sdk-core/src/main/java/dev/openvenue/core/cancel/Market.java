package dev.openvenue.core.cancel;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one list of open orders is about.
 *
 * @param category the category; null where the venue has none, or the list shows all
 * @param symbol the symbol; null for all symbols
 */
record Market(@Nullable String category, @Nullable String symbol) {
    /** A symbol, or all of them, in each of the categories. */
    static List<Market> of(List<Optional<String>> categories, @Nullable String symbol) {
        return categories.stream()
                .map(category -> new Market(category.orElse(null), symbol))
                .toList();
    }
}
