package dev.openvenue.core;

import com.squareup.moshi.JsonDataException;
import okio.ByteString;

/**
 * Rejects a document with so many blanks or digits in a row as nobody means. Moshi looks for each of them from the
 * first one on, and the time for that grows with the square of their number: 50 MB of blanks, which a few kilobytes
 * of gzip can hold, keep it busy for minutes, and no deadline reaches into it.
 */
final class LongRuns {
    /** More than any pretty-printer or padding proxy writes; below this, Moshi takes less than a millisecond. */
    static final int LONGEST = 1 << 16;

    private LongRuns() {}

    static void reject(ByteString document) {
        int length = 0;
        Kind last = Kind.OTHER;
        for (int i = 0; i < document.size(); i++) {
            Kind kind = Kind.of(document.getByte(i));
            length = kind != Kind.OTHER && kind == last ? length + 1 : 1;
            last = kind;
            if (length > LONGEST) {
                throw new JsonDataException("it has more than " + LONGEST + " " + kind.name + " in a row");
            }
        }
    }

    private enum Kind {
        BLANK("blanks"),
        DIGIT("digits"),
        OTHER("");

        private final String name;

        Kind(String name) {
            this.name = name;
        }

        static Kind of(byte character) {
            return switch (character) {
                case ' ', '\n', '\r', '\t' -> BLANK;
                case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> DIGIT;
                default -> OTHER;
            };
        }
    }
}
