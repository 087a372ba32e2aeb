package dev.openvenue.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The header {@code validate-signature} over four other headers, method, path, query and body. The query is verified as
 * decoded text sorted by name, as XT's Java and Node demos sign it. Choices where the documents are silent: a timestamp
 * that is more than a second ahead is rejected with AUTH_105, too, and windows beyond the 60 seconds of older documents
 * with AUTH_004.
 */
final class XtV4Signature {
    private static final Duration AHEAD = Duration.ofSeconds(1);
    private static final int LONGEST_WINDOW = 60_000;

    private XtV4Signature() {}

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        // Until May 2023 all names began so; live, both families are accepted, and some clients send the older one.
        String family = request.header("xt-validate-appkey") == null ? "validate-" : "xt-validate-";
        String appKey = header(request, family + "appkey", "AUTH_001");
        String timestamp = header(request, family + "timestamp", "AUTH_002");
        String window = header(request, family + "recvwindow", "AUTH_003");
        String algorithm = header(request, family + "algorithms", "AUTH_005");
        String signature = header(request, family + "signature", "AUTH_007");
        if (!algorithm.equals("HmacSHA256")) {
            throw new VenueRejection("AUTH_006", "");
        }
        if (!window.matches("\\d{1,5}") || Integer.parseInt(window) > LONGEST_WINDOW) {
            throw new VenueRejection("AUTH_004", "");
        }
        AccountKey key = keys.find(appKey);
        if (key == null) {
            throw new VenueRejection("AUTH_101", "");
        }
        String signed = family + "algorithms=" + algorithm + "&" + family + "appkey=" + appKey + "&" + family
                + "recvwindow=" + window + "&" + family + "timestamp=" + timestamp + "#" + request.method() + "#"
                + request.path() + query(request) + body(request);
        if (!key.accepts(signed, hex(signature))) {
            throw new VenueRejection("AUTH_103", "");
        }
        requireInTime(timestamp, Duration.ofMillis(Integer.parseInt(window)), now);
        return key;
    }

    private static void requireInTime(String timestamp, Duration window, Instant now) throws VenueRejection {
        if (!timestamp.matches("\\d{13}")) {
            throw new VenueRejection("AUTH_105", "");
        }
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now);
        if (age.compareTo(window) >= 0 || age.negated().compareTo(AHEAD) > 0) {
            throw new VenueRejection("AUTH_105", "");
        }
    }

    private static String query(VenueRequest request) {
        List<String> pairs = new ArrayList<>();
        new TreeMap<>(request.queryParameters()).forEach((name, value) -> pairs.add(name + "=" + value));
        return pairs.isEmpty() ? "" : "#" + String.join("&", pairs);
    }

    private static String body(VenueRequest request) {
        return request.bodyText().isEmpty() ? "" : "#" + request.bodyText();
    }

    private static String header(VenueRequest request, String name, String code) throws VenueRejection {
        String value = request.header(name);
        if (value == null || value.isEmpty()) {
            throw new VenueRejection(code, "");
        }
        return value;
    }

    /** Upper and lower case are accepted: the venue's own demos send both. */
    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
