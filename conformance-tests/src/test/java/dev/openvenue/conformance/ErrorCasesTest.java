package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.openvenue.core.RejectedException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** A venue's refusal becomes the error that the case demands. */
final class ErrorCasesTest {
    @TestFactory
    Stream<DynamicContainer> refusalsBecomeTheirErrors() {
        return Case.tests("errors", "error", ErrorCasesTest::run);
    }

    private static void run(Case test) {
        String status = test.text("status");
        Map<String, @Nullable Object> expect = Json.map(test.data().get("expect"));
        try (Decoder decoder = new Decoder(test.venue(), test.operation())) {
            RejectedException refusal = catchThrowableOfType(
                    RejectedException.class,
                    () -> decoder.call(status.isEmpty() ? 200 : Integer.parseInt(status), test.file("response.json")));
            assertThat(refusal).isNotNull();
            assertThat(refusal.code()).isEqualTo(Json.text(expect, "code"));
            assertThat(word(refusal.kind())).as("kind").isEqualTo(Json.text(expect, "kind"));
            assertThat(refusal.execution().name()).as("execution").isEqualTo(Json.text(expect, "execution"));
            assertThat(word(refusal.remedy())).as("retry").isEqualTo(Json.text(expect, "retry"));
            assertThat(refusal.venueMessage()).isEqualTo(Json.text(expect, "message"));
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
