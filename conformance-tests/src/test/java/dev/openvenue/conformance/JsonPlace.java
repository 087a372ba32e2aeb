package dev.openvenue.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The position of a value in a JSON text, so that it can be replaced with anything, even with text that is not JSON.
 *
 * @param pointer the JSON pointer of the value, with its names as they are; empty for the whole document
 * @param key where the member's name begins; -1 for an element and for the document
 * @param start where the value begins
 * @param end where it ends
 */
record JsonPlace(String pointer, int key, int start, int end) {
    private static final JsonFactory JSON = new JsonFactory();

    /** All values of a document, inner ones before those that hold them. */
    static List<JsonPlace> of(String text) {
        List<JsonPlace> places = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            collect(parser, "", -1, places);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + text, e);
        }
        return places;
    }

    private static void collect(JsonParser parser, String pointer, int key, List<JsonPlace> places) throws IOException {
        int start = start(parser);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int name = start(parser);
                String member = pointer + "/" + parser.currentName();
                parser.nextToken();
                collect(parser, member, name, places);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                collect(parser, pointer + "/" + i, -1, places);
            }
        }
        parser.finishToken();
        places.add(new JsonPlace(
                pointer, key, start, (int) parser.currentLocation().getCharOffset()));
    }

    private static int start(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    boolean isMember() {
        return key >= 0;
    }

    boolean isList(String text) {
        return text.charAt(start) == '[';
    }

    boolean isContainer(String text) {
        return isList(text) || text.charAt(start) == '{';
    }

    /** The value as spelled in the text. */
    String in(String text) {
        return text.substring(start, end);
    }

    /** The text with something else in this place. */
    String replaced(String text, String value) {
        return text.substring(0, start) + value + text.substring(end);
    }

    /** The text with something before this place: before its name if it has one. */
    String preceded(String text, String what) {
        int at = isMember() ? key : start;
        return text.substring(0, at) + what + text.substring(at);
    }

    /** The text without this member, its comma included. */
    String removed(String text) {
        String before = text.substring(0, key).stripTrailing();
        String after = text.substring(end).stripLeading();
        if (after.startsWith(",")) {
            return before + after.substring(1);
        }
        return (before.endsWith(",") ? before.substring(0, before.length() - 1) : before) + after;
    }
}
