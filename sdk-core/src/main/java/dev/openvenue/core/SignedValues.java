package dev.openvenue.core;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The values that signing added to a request and that must be redacted. */
final class SignedValues {
    /** No signature is shorter; timestamps, versions and names of algorithms are. */
    private static final int SHORTEST_SIGNATURE = 32;

    private static final Pattern SEPARATORS = Pattern.compile("[&=]");

    private SignedValues() {}

    static List<String> of(Request unsigned, Request signed) {
        Set<String> added = texts(signed);
        added.removeIf(text -> text.length() < SHORTEST_SIGNATURE);
        if (!added.isEmpty()) {
            added.removeAll(texts(unsigned));
        }
        return List.copyOf(added);
    }

    private static Set<String> texts(Request request) {
        Set<String> texts = new HashSet<>();
        request.headers().forEach(header -> texts.add(header.getSecond()));
        for (int i = 0; i < request.url().querySize(); i++) {
            String value = request.url().queryParameterValue(i);
            texts.add(value == null ? "" : value);
        }
        String query = request.url().encodedQuery();
        texts.addAll(List.of(SEPARATORS.split(query == null ? "" : query)));
        texts.addAll(List.of(SEPARATORS.split(form(request.body()))));
        return texts;
    }

    /** The body, if it is of the kind that contains signatures. */
    private static String form(@Nullable RequestBody body) {
        if (body == null
                || body.contentType() == null
                || !"x-www-form-urlencoded".equals(body.contentType().subtype())) {
            return "";
        }
        try {
            Buffer buffer = new Buffer();
            body.writeTo(buffer);
            return buffer.readUtf8();
        } catch (IOException e) {
            throw new IllegalStateException("A body in memory can be written", e);
        }
    }
}
