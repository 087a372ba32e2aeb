package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.Base64Json;
import dev.openvenue.core.annotation.Capitalized;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Converts arguments to text and JSON for Retrofit. */
final class WireConverters extends Converter.Factory {
    /** Without a charset: some venues compare the header letter by letter. */
    private static final MediaType JSON = MediaType.get("application/json");

    private final Moshi moshi;

    WireConverters(Moshi moshi) {
        this.moshi = moshi;
    }

    @Override
    public Converter<?, String> stringConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        if (has(annotations, Base64Json.class)) {
            JsonAdapter<Object> json = moshi.adapter(type);
            return value -> value instanceof WireText ready ? ready.text() : WireText.base64(json.toJson(value));
        }
        return has(annotations, Capitalized.class) ? WireText::capitalized : WireText::of;
    }

    @Override
    public Converter<?, RequestBody> requestBodyConverter(
            Type type, Annotation[] parameterAnnotations, Annotation[] methodAnnotations, Retrofit retrofit) {
        JsonAdapter<Object> json = moshi.adapter(type);
        return value -> body(json, value);
    }

    /** Writes the JSON once, so that what is signed and what is sent are the same bytes. */
    private static RequestBody body(JsonAdapter<Object> json, Object value) throws IOException {
        Buffer buffer = new Buffer();
        json.toJson(buffer, value);
        return RequestBody.create(buffer.readByteString(), JSON);
    }

    private static boolean has(Annotation[] annotations, Class<? extends Annotation> type) {
        return Arrays.stream(annotations).anyMatch(type::isInstance);
    }
}
