package dev.openvenue.core.codegen;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads an open enum. Its listed values are recognised by their bytes, so that no text is made of them.
 *
 * @param <E> the enum
 */
public final class OpenEnumReader<E extends OpenEnum> {
    private final JsonReader.Options words;
    private final List<E> listed;
    private final Function<String, E> of;

    private OpenEnumReader(Function<String, E> of, List<E> listed) {
        this.words = JsonReader.Options.of(listed.stream().map(OpenEnum::wire).toArray(String[]::new));
        this.listed = listed;
        this.of = of;
    }

    /**
     * Makes the reader of an enum.
     *
     * @param of gives the value of any text
     * @param listed the values that the spec lists
     */
    public static <E extends OpenEnum> OpenEnumReader<E> of(Function<String, E> of, List<E> listed) {
        return new OpenEnumReader<>(of, listed);
    }

    /** Reads the next value; null for a JSON null. */
    public @Nullable E read(JsonReader reader) throws IOException {
        int index = reader.selectString(words);
        return index < 0 ? JsonValueReader.openEnum(reader, of) : listed.get(index);
    }
}
