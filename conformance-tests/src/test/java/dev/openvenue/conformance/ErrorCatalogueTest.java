package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.error.ErrorCatalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A client knows of every code what the spec states. */
final class ErrorCatalogueTest {
    @TestFactory
    Stream<DynamicTest> everyListedCodeHasItsKindEffectAndRemedy() {
        return Venue.all().stream().map(venue -> DynamicTest.dynamicTest(venue.name(), () -> compare(venue)));
    }

    private static void compare(Venue venue) {
        try (VenueClient client = venue.client().build()) {
            ErrorCatalogue catalogue = client.description().errors();
            int codes = 0;
            for (Object row : list(venue.spec().get("x-error-codes"))) {
                Map<String, @Nullable Object> listed = Json.map(row);
                for (Object code : list(listed.get("codes"))) {
                    ErrorCatalogue.Entry entry =
                            catalogue.find(String.valueOf(code)).orElseThrow();
                    assertThat(word(entry.kind())).as("kind of " + code).isEqualTo(listed.get("kind"));
                    assertThat(word(entry.effect())).as("effect of " + code).isEqualTo(listed.get("effect"));
                    assertThat(word(entry.remedy())).as("remedy of " + code).isEqualTo(listed.get("remedy"));
                    codes++;
                }
            }
            assertThat(catalogue.codes()).hasSize(codes);
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
