package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.codegen.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final int SHOWN_ELEMENTS = 10;

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<String> about;
    private final Map<String, List<String>> lists = new HashMap<>();
    private @Nullable T payload;
    private @Nullable JsonDataException misfit;

    private ResponseDocument(Endpoint<T> endpoint) {
        this.about = List.of(endpoint.envelope().arguments());
    }

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
        ResponseDocument<T> document = new ResponseDocument<>(endpoint);
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

    /** What a rejection says that it is about, lists included; empty if nothing. */
    String about() {
        return about.stream()
                .flatMap(name -> Stream.concat(
                        Stream.ofNullable(fields.get(name)), lists.getOrDefault(name, List.of()).stream()))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
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
            default -> {
                if (reader.peek() == JsonReader.Token.BEGIN_ARRAY && about.contains(name)) {
                    lists.put(name, scalars(reader));
                } else {
                    reader.skipValue();
                }
            }
        }
    }

    /** The scalar elements of a list; as many as a message may show. */
    private static List<String> scalars(JsonReader reader) throws IOException {
        List<String> scalars = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            JsonReader.Token next = reader.peek();
            boolean text = next == JsonReader.Token.STRING || next == JsonReader.Token.NUMBER;
            if (text && scalars.size() < SHOWN_ELEMENTS) {
                scalars.add(reader.nextString());
            } else {
                reader.skipValue();
            }
        }
        reader.endArray();
        return scalars;
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
