package dev.openvenue.core;

import com.squareup.moshi.JsonDataException;
import java.io.IOException;
import java.io.InputStream;
import okio.Buffer;
import okio.ByteString;

/**
 * Rejects documents that would keep the JSON reader busy for minutes, past every deadline: its time is quadratic in the
 * length of a run of blanks or digits. No venue sends such runs, and one pass over the bytes of a document in which
 * there may be one finds them.
 */
final class JsonRunCheck {
    /** In a document this short no run is long enough to matter, so ordinary ones are not scanned. */
    private static final int HARMLESS = 64 * 1024;

    private static final int LONGEST_NUMBER = 1000;

    private boolean quoted;
    private boolean escaped;
    private int blanks;
    private int plain;

    private JsonRunCheck() {}

    static void check(ByteString document) throws IOException {
        if (document.size() > HARMLESS && hasGap(document)) {
            new JsonRunCheck().scan(new Buffer().write(document).inputStream());
        }
    }

    /**
     * Whether marks lie further apart somewhere than the longest number has digits, as they must around a run. Looks
     * for the last mark that is near enough, and goes on from there: so it reads few bytes of what venues send.
     */
    private static boolean hasGap(ByteString document) {
        int mark = -1;
        while (document.size() - 1 - mark > LONGEST_NUMBER) {
            int next = mark + LONGEST_NUMBER;
            while (next > mark && !isMark(document.getByte(next))) {
                next--;
            }
            if (next == mark) {
                return true;
            }
            mark = next;
        }
        return false;
    }

    private void scan(InputStream document) throws IOException {
        byte[] bytes = new byte[8192];
        for (int count = document.read(bytes); count >= 0; count = document.read(bytes)) {
            for (int i = 0; i < count; i++) {
                next(bytes[i]);
            }
        }
    }

    private void next(byte character) {
        if (quoted) {
            quoted = escaped || character != '"';
            escaped = !escaped && character == '\\';
            return;
        }
        boolean blank = character == ' ' || character == '\n' || character == '\r' || character == '\t';
        blanks = blank ? blanks + 1 : 0;
        plain = blank || isMark(character) ? 0 : plain + 1;
        quoted = character == '"';
        if (blanks > HARMLESS) {
            throw new JsonDataException("it holds more than " + HARMLESS + " blanks in a row");
        }
        if (plain > LONGEST_NUMBER) {
            throw new JsonDataException("it holds a number of more than " + LONGEST_NUMBER + " digits");
        }
    }

    private static boolean isMark(byte character) {
        return switch (character) {
            case '{', '}', '[', ']', ':', ',', '"' -> true;
            default -> false;
        };
    }
}
