package dev.openvenue.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.Headers;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request with its bytes as received; nothing that a signature may cover is decoded.
 *
 * @param path the part before the question mark
 * @param query the part after it, as received; empty text if there is none
 */
public record VenueRequest(String method, String path, String query, Headers headers, ByteString body) {
    /**
     * A request as it stands on the wire.
     *
     * @param target the path, and the query after a question mark if there is one
     * @param body null for none
     */
    public static VenueRequest of(String method, String target, Headers headers, @Nullable ByteString body) {
        int mark = target.indexOf('?');
        return new VenueRequest(
                method,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers,
                body == null ? ByteString.EMPTY : body);
    }

    /**
     * The host that the request is addressed to, with the port; null if it is absent. HTTP/2 has another header for it.
     */
    @Nullable
    public String host() {
        String host = headers.get("Host");
        return host == null ? headers.get(":authority") : host;
    }

    @Nullable
    public String header(String name) {
        return headers.get(name);
    }

    public String bodyText() {
        return body.utf8();
    }

    /** The size that the request declares for its body, even if the body was not read. */
    public boolean hasBody() {
        String length = headers.get("Content-Length");
        return body.size() > 0 || (length != null && !length.equals("0"));
    }

    public boolean hasContentType(String type) {
        String actual = headers.get("Content-Type");
        return actual != null && actual.toLowerCase(Locale.ROOT).startsWith(type);
    }

    /** The query as text: percent-decoded, in the order received. */
    public String decodedQuery() {
        return unescape(plusIsPlus(query));
    }

    public Map<String, String> queryParameters() {
        return decode(plusIsPlus(query));
    }

    public Map<String, String> form() {
        return decode(bodyText());
    }

    /** In a query a plus sign is a plus sign; only in a form does it stand for a space. */
    private static String plusIsPlus(String query) {
        return query.replace("+", "%2B");
    }

    /** Decodes pairs in their order; if a name occurs twice, the last value wins. */
    private static Map<String, String> decode(String pairs) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : pairs.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(unescape(pair.substring(0, equals)), unescape(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray percent sign: kept, so that the signature is checked against what was really sent.
            return text;
        }
    }

    /** Method and path only: the rest contains keys and signatures. */
    @Override
    public String toString() {
        return "VenueRequest[" + method + " " + path + "]";
    }
}
