package dev.openvenue.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameter {@code signature} over all others, sorted by name. They are signed as they are, as in XT's Java and
 * Node demos; its Python demo signs them percent-encoded, which {@link VenueSimulator#verifyEncodedParameters}
 * requires. A choice where the documents are silent: a nonce may be off by 30 seconds, beyond that it is rejected with
 * 308, because it is part of the signature check.
 */
final class XtSignature {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private XtSignature() {}

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now, boolean encoded) throws VenueRejection {
        Map<String, String> parameters = new TreeMap<>(XtFields.parameters(request));
        String signature = parameters.remove("signature");
        String accessKey = parameters.get("accesskey");
        AccountKey key = accessKey == null ? null : keys.find(accessKey);
        if (key == null) {
            throw new VenueRejection("307", "Please check whether the accesskey is valid");
        }
        String nonce = parameters.get("nonce");
        if (nonce == null || !nonce.matches("\\d{13}")) {
            throw new VenueRejection("400", "Bad request: the nonce is not a time in milliseconds");
        }
        if (signature == null || !key.accepts(canonical(parameters, encoded), hex(signature))) {
            throw new VenueRejection("308", "Signature verification failed");
        }
        Duration off = Duration.between(Instant.ofEpochMilli(Long.parseLong(nonce)), now);
        if (off.abs().compareTo(WINDOW) > 0) {
            throw new VenueRejection(
                    "308", "Signature verification failed: the nonce is too far from the server's time");
        }
        return key;
    }

    /** The decoded pairs, sorted by name. */
    private static String canonical(Map<String, String> sorted, boolean encoded) {
        List<String> pairs = new ArrayList<>();
        sorted.forEach((name, value) -> pairs.add(name + "=" + (encoded ? escape(value) : value)));
        return String.join("&", pairs);
    }

    private static String escape(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
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
