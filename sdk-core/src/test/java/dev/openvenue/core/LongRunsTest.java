package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/** Blanks and digits without number are no document. */
final class LongRunsTest {
    @Test
    void asManyAsAnybodyWritesPass() {
        assertThatCode(() -> reject("{" + " ".repeat(LongRuns.LONGEST) + "7".repeat(LongRuns.LONGEST) + "}"))
                .doesNotThrowAnyException();
        assertThatCode(() -> reject("x".repeat(LongRuns.LONGEST + 1))).doesNotThrowAnyException();
    }

    @Test
    void oneBlankMoreIsRejected() {
        assertThatThrownBy(() -> reject("{" + " \t\r\n".repeat(LongRuns.LONGEST / 4) + " }"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("it has more than 65536 blanks in a row");
    }

    @Test
    void oneDigitMoreIsRejected() {
        assertThatThrownBy(() -> reject("[" + "0123456789".repeat(LongRuns.LONGEST / 10 + 1) + "]"))
                .isInstanceOf(JsonDataException.class)
                .hasMessage("it has more than 65536 digits in a row");
    }

    private static void reject(String document) {
        LongRuns.reject(ByteString.encodeUtf8(document));
    }
}
