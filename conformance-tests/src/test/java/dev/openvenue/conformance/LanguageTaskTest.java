package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as lost or wrong in what a client of another language reports. */
final class LanguageTaskTest {
    private static final Venue BITGET = Venue.of("bitget");

    @Test
    void aDocumentThatWasReadWithoutAMemberHasLostIt() {
        assertThat(read("{\"code\": \"0\", \"data\": [{\"id\": 7}]}", "{\"code\": \"0\", \"data\": [{}]}"))
                .isEqualTo(".data[0].id: 7 became null");
    }

    @Test
    void aRoundedNumberIsLost() {
        assertThat(read("{\"id\": 6861566319764418561}", "{\"id\": 6861566319764418000}"))
                .isEqualTo(".id: 6861566319764418561 became 6861566319764418000");
    }

    @Test
    void anAbsentMemberMayStandForNullAndANumberHasManySpellings() {
        assertThat(read("{\"a\": null, \"b\": 1.10, \"c\": 1562923200}", "{\"b\": 1.1, \"c\": 1.5629232e9}"))
                .isEmpty();
    }

    @Test
    void textIsNoNumber() {
        assertThat(read("{\"price\": \"1.10\"}", "{\"price\": 1.10}")).isEqualTo(".price: \"1.10\" became 1.10");
    }

    @Test
    void anErrorAndASilentClientHaveFailed() {
        LanguageTask task = task("{}");

        assertThat(task.problem(Map.of("error", "ValidationError"))).isEqualTo("ValidationError");
        assertThat(task.problem(Map.of())).isEqualTo("no result");
    }

    private static String read(String document, String encoded) {
        return task(document).problem(Map.of("body", encoded));
    }

    private static LanguageTask task(String document) {
        Case any = Case.all(BITGET, "responses").get(0);
        return new LanguageTask("responses", any, document, Map.of(), "");
    }
}
