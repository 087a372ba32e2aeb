package dev.openvenue.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about itself, read without any of the SDK's code. It accepts what the SDK's reader is known to
 * accept: raw control characters in text, a backslash before an apostrophe or a line end, keywords in any case, and
 * what follows a byte that is not text after the document's end.
 */
enum Verdict {
    SUCCESS,
    REJECTION,
    NO_JSON;

    private static final Pattern KEYWORD = Pattern.compile("(?i)\\b(true|false|null)\\b");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** The verdict of a document that returns an operation. */
    static Verdict of(Venue venue, String operation, String document) {
        String text = KEYWORD.matcher(document).replaceAll(word -> word.group().toLowerCase(Locale.ROOT));
        try (JsonParser parser = JSON.createParser(text)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            String word = object ? lastScalar(parser, venue.verdictField(operation)) : null;
            parser.skipChildren();
            if (parser.currentToken() == null
                    || !isEnd(text.substring((int) parser.currentLocation().getCharOffset()))) {
                return NO_JSON;
            }
            boolean mayLack = venue.dataField(operation).equals(".");
            return word == null
                    ? (mayLack ? SUCCESS : REJECTION)
                    : of(venue.successes(operation).contains(word));
        } catch (IOException e) {
            return NO_JSON;
        }
    }

    private static boolean isEnd(String rest) {
        return rest.isBlank() || rest.stripLeading().startsWith("\ufffd");
    }

    private static Verdict of(boolean success) {
        return success ? SUCCESS : REJECTION;
    }

    /** The text of a member of the object that was just opened; of several the last. Reads to the object's end. */
    private static @Nullable String lastScalar(JsonParser parser, String name) throws IOException {
        String last = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = parser.currentName().equals(name);
            JsonToken value = parser.nextToken();
            if (wanted && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                last = parser.getText();
            }
            parser.skipChildren();
        }
        return last;
    }
}
