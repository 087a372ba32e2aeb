package dev.openvenue.simulator;

import dev.openvenue.simulator.proof.Parameters;
import dev.openvenue.simulator.proof.Parameters.Coding;
import dev.openvenue.simulator.proof.Parameters.Order;
import dev.openvenue.simulator.proof.Parameters.Pair;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
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
    static VenueRequest of(String method, String target, Headers headers, @Nullable ByteString body) {
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
        return map(queryPairs());
    }

    public Map<String, String> form() {
        return map(formPairs());
    }

    /** The parameters of the query in their order; if a name occurs twice, the last value wins. */
    List<Pair> queryPairs() {
        return pairs(query, VenueRequest::plusIsPlus);
    }

    /** The parameters of a form in their order. */
    List<Pair> formPairs() {
        return pairs(bodyText(), UnaryOperator.identity());
    }

    /** The query as venues cover it that sign it whole: decoded, in the order received. */
    Parameters wholeQuery() {
        return new Parameters(decodedQuery(), queryPairs(), Order.RECEIVED, Coding.DECODED, "&");
    }

    /** In a query a plus sign is a plus sign; only in a form does it stand for a space. */
    private static String plusIsPlus(String query) {
        return query.replace("+", "%2B");
    }

    private static List<Pair> pairs(String text, UnaryOperator<String> plus) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = pair.substring(0, equals);
                String value = pair.substring(equals + 1);
                String decoded = unescape(plus.apply(name));
                pairs.put(decoded, new Pair(decoded, unescape(plus.apply(value)), name, value));
            }
        }
        return List.copyOf(pairs.values());
    }

    private static Map<String, String> map(List<Pair> pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        pairs.forEach(pair -> map.put(pair.name(), pair.value()));
        return map;
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
