package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonDataException;
import okio.ByteString;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonRunCheckTest {
    private static final int LIMIT = 64 * 1024;
    private static final String BLANKS = "it holds more than 65536 blanks in a row";
    private static final String DIGITS = "it holds a number of more than 1000 digits";

    /** Inside a string nothing counts, so that it makes a document long and changes nothing else. */
    private static final String TEXT = "\"" + "1 ".repeat(LIMIT) + "\"";

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\r", "\t"})
    void blanksOfEveryKindCountUpToTheLimit(String blank) {
        passes(blank.repeat(LIMIT) + TEXT);
        fails(blank.repeat(LIMIT + 1) + TEXT, BLANKS);
    }

    @Test
    void blanksOfSeveralKindsAreOneRun() {
        fails(" \n\r\t".repeat(LIMIT / 4) + " " + TEXT, BLANKS);
    }

    @Test
    void blanksBesideSomethingElseAreTwoRuns() {
        passes(" ".repeat(LIMIT) + "1" + " ".repeat(LIMIT) + TEXT);
    }

    @Test
    void numberMayHaveAThousandDigits() {
        passes("1".repeat(1000) + TEXT);
        fails("1".repeat(1001) + TEXT, DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "[", "]", ":", ",", "\"\"", " ", "\n"})
    void numberEndsAtAMarkOrABlank(String mark) {
        passes("1".repeat(1000) + mark + "1".repeat(1000) + TEXT);
    }

    @Test
    void quoteInsideAStringDoesNotEndIt() {
        passes("\"\\\"" + "1".repeat(1001) + "\"" + TEXT);
    }

    @Test
    void stringEndsAfterABackslashThatIsItselfEscaped() {
        fails("\"\\\\\"" + "1".repeat(1001) + TEXT, DIGITS);
    }

    @Test
    void documentThatIsShortIsNotChecked() {
        String number = "1".repeat(1001);

        passes(number + " ".repeat(LIMIT - number.length()));
        fails(number + " ".repeat(LIMIT - number.length() + 1), DIGITS);
    }

    @Test
    void runIsFoundWhereverItBeginsAmongMarks() {
        String marks = ",".repeat(LIMIT);
        for (int before = 0; before < 1_100; before++) {
            String begin = ",".repeat(before);
            passes(begin + "1".repeat(1000) + marks);
            fails(begin + "1".repeat(1001) + marks, DIGITS);
            fails(marks + begin + "1".repeat(1001), DIGITS);
        }
        fails(marks + " ".repeat(LIMIT + 1) + marks, BLANKS);
        passes(marks + " ".repeat(LIMIT) + marks);
    }

    @Test
    void documentOfManyMarksPasses() {
        passes("[1,{\"a\":\"b\"}],".repeat(LIMIT));
        passes((",".repeat(2) + "1".repeat(997)).repeat(LIMIT / 100));
    }

    private static void passes(String document) {
        assertThatCode(checking(document)).doesNotThrowAnyException();
    }

    private static void fails(String document, String problem) {
        assertThatThrownBy(checking(document))
                .isInstanceOf(JsonDataException.class)
                .hasMessage(problem);
    }

    private static ThrowingCallable checking(String document) {
        return () -> JsonRunCheck.check(ByteString.encodeUtf8(document));
    }
}
