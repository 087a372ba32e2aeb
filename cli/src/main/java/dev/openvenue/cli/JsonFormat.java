package dev.openvenue.cli;

import com.squareup.moshi.JsonDataException;
import dev.openvenue.core.codegen.JsonAdapters;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON to and from text, with exact numbers. */
final class JsonFormat {
    private JsonFormat() {}

    /** One line. */
    static String of(@Nullable Object value) {
        return JsonAdapters.ANY.serializeNulls().toJson(value);
    }

    /**
     * Maps, lists, text, flags, and {@link java.math.BigDecimal} for every number.
     *
     * @throws IllegalArgumentException if the text is not JSON
     */
    static @Nullable Object parse(String text) {
        try {
            return JsonAdapters.ANY.fromJson(text);
        } catch (IOException | JsonDataException e) {
            throw new IllegalArgumentException("it is not JSON: " + e.getMessage(), e);
        }
    }
}
