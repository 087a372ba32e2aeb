package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.codegen.Printable;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A parsed response: the scalar fields of the envelope, and the payload. The payload is decoded in the same pass,
 * before the verdict is known, because that costs one pass instead of two; a rejection often has another shape there,
 * so a payload that does not fit is an error only when it is read.
 */
final class ResponseDocument<T> {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable T payload;
    private @Nullable JsonDataException misfit;

    private ResponseDocument() {}

    static <T> ResponseDocument<T> parse(ByteString bytes, Endpoint<T> endpoint) throws IOException {
        try {
            return read(bytes, endpoint);
        } catch (JsonDataException e) {
            throw printable(e);
        } catch (JsonEncodingException e) {
            throw new JsonEncodingException(Printable.line(String.valueOf(e.getMessage())));
        }
    }

    private static <T> ResponseDocument<T> read(ByteString bytes, Endpoint<T> endpoint) throws IOException {
        String data = endpoint.envelope().data();
        ResponseDocument<T> document = new ResponseDocument<>();
        if (data.equals(Envelope.WHOLE_DOCUMENT)) {
            document.scan(bytes, null, data);
            document.decode(bytes, endpoint.payload());
            return document;
        }
        try {
            document.scan(bytes, endpoint.payload(), data);
        } catch (JsonDataException e) {
            document.misfit = printable(e);
            document.scan(bytes, null, data);
        }
        return document;
    }

    /** The scalar fields next to the payload, in their original spelling. */
    Map<String, String> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** The first of the given fields that is present. */
    Optional<String> first(String... names) {
        return Stream.of(names).filter(fields::containsKey).findFirst().map(fields::get);
    }

    /** The payload; null if there is none. */
    @Nullable
    T payload() {
        if (misfit != null) {
            throw misfit;
        }
        return payload;
    }

    private void scan(ByteString bytes, @Nullable JsonAdapter<T> adapter, String data) throws IOException {
        JsonReader reader = JsonReader.of(new Buffer().write(bytes));
        if (reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
            reader.beginObject();
            while (reader.hasNext()) {
                field(reader, reader.nextName(), adapter, data);
            }
            reader.endObject();
        } else if (data.equals(Envelope.WHOLE_DOCUMENT)) {
            reader.skipValue();
        } else {
            throw new JsonDataException("it is not a JSON object");
        }
        requireEnd(reader);
    }

    private void field(JsonReader reader, String name, @Nullable JsonAdapter<T> adapter, String data)
            throws IOException {
        if (name.equals(data)) {
            if (adapter == null) {
                reader.skipValue();
            } else {
                payload = adapter.fromJson(reader);
            }
            return;
        }
        switch (reader.peek()) {
            case STRING, NUMBER -> fields.put(name, reader.nextString());
            case BOOLEAN -> fields.put(name, Boolean.toString(reader.nextBoolean()));
            default -> reader.skipValue();
        }
    }

    private void decode(ByteString bytes, JsonAdapter<T> adapter) throws IOException {
        try {
            payload = adapter.fromJson(new Buffer().write(bytes));
        } catch (JsonDataException e) {
            misfit = printable(e);
        }
    }

    /** Escapes Moshi's messages: they name the members that lead to a value, and those come from the venue. */
    private static JsonDataException printable(JsonDataException e) {
        String message = String.valueOf(e.getMessage());
        String line = Printable.line(message);
        return line.equals(message) ? e : new JsonDataException(line);
    }

    private static void requireEnd(JsonReader reader) throws IOException {
        if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
            throw new JsonDataException("there is something after its end");
        }
    }
}
