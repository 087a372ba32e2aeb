package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.openvenue.core.error.RejectedException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** A venue's rejection becomes the error that the case expects. */
final class ErrorCasesTest {
    @TestFactory
    Stream<DynamicContainer> rejectionsBecomeTheirErrors() {
        return Case.tests("errors", "error", ErrorCasesTest::run);
    }

    private static void run(Case test) {
        String status = test.text("status");
        Map<String, @Nullable Object> expect = Json.map(test.data().get("expect"));
        try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
            RejectedException rejection = catchThrowableOfType(
                    RejectedException.class,
                    () -> decoder.call(status.isEmpty() ? 200 : Integer.parseInt(status), test.file("response.json")));
            assertThat(rejection).isNotNull();
            assertThat(rejection.code()).isEqualTo(Json.text(expect, "code"));
            assertThat(word(rejection.kind())).as("kind").isEqualTo(Json.text(expect, "kind"));
            assertThat(word(rejection.effect())).as("effect").isEqualTo(Json.text(expect, "effect"));
            assertThat(word(rejection.remedy())).as("remedy").isEqualTo(Json.text(expect, "remedy"));
            assertThat(rejection.venueMessage()).isEqualTo(Json.text(expect, "message"));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
