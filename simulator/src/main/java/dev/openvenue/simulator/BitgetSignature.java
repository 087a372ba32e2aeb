package dev.openvenue.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * The signature header over timestamp, method, path, query and body. Choices where the documents are silent: the query
 * is signed as decoded text, in the order received. That the text is decoded was observed on other paths of the same
 * gateway (ccxt issue 28888, Bitget.Net issue 48), not on these. A wrong passphrase is 40012, as several public clients
 * expect.
 */
final class BitgetSignature {
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private BitgetSignature() {}

    /** A key whose signature is right, and how long ago it signed. */
    record Verified(AccountKey key, Duration age) {}

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        Verified verified = verify(request, keys, now, BitgetVenue.unified());
        receiveWindow(request, verified.age());
        return verified.key();
    }

    /**
     * Checks everything but the receive window, which version 2 alone has.
     *
     * @param otherApi how an account is rejected that may use the other version only
     */
    static Verified verify(VenueRequest request, KeyRing keys, Instant now, VenueRejection otherApi)
            throws VenueRejection {
        String apiKey = request.header("ACCESS-KEY");
        if (apiKey == null || apiKey.isEmpty()) {
            throw new VenueRejection("40006", "Invalid ACCESS_KEY");
        }
        AccountKey key = keys.find(apiKey);
        if (key == null) {
            throw new VenueRejection("40037", "Apikey does not exist");
        }
        if (keys.accountOf(key).isOfOtherApi()) {
            // Before the signature is looked at, as was seen.
            throw otherApi;
        }
        String signature = header(request, "ACCESS-SIGN", "40002");
        String timestamp = header(request, "ACCESS-TIMESTAMP", "40003");
        if (!timestamp.matches("\\d{13}")) {
            throw new VenueRejection("40005", "Invalid ACCESS_TIMESTAMP");
        }
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now);
        if (age.abs().compareTo(WINDOW) > 0) {
            throw new VenueRejection("40008", "Request timestamp expired");
        }
        if (!key.hasPassphrase(header(request, "ACCESS-PASSPHRASE", "40011"))) {
            throw new VenueRejection("40012", "apikey/password is incorrect");
        }
        if (!key.accepts(prehash(request, timestamp), base64(signature))) {
            throw new VenueRejection("40009", "sign signature error");
        }
        return new Verified(key, age);
    }

    private static String prehash(VenueRequest request, String timestamp) {
        String query = request.query().isEmpty() ? "" : "?" + request.decodedQuery();
        return timestamp + request.method() + request.path() + query + request.bodyText();
    }

    /** The caller's own, shorter receive window: a field of the body, or a parameter of a GET. */
    private static void receiveWindow(VenueRequest request, Duration age) throws VenueRejection {
        int none = -1;
        int window = BitgetFields.of(request).within("receiveWindow", none, 0, 999_999_999);
        if (window >= 60_000) {
            throw new VenueRejection("40079", "The receiveWindow must be less than 60s");
        }
        if (window != none && age.toMillis() > window) {
            throw new VenueRejection("40078", "The request timestamp is outside the receiveWindow");
        }
    }

    private static String header(VenueRequest request, String name, String code) throws VenueRejection {
        String value = request.header(name);
        if (value == null || value.isEmpty()) {
            throw new VenueRejection(code, name.replace('-', '_') + " cannot be empty");
        }
        return value;
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
