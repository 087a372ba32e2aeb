package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The signature header over the parameter text: the body if there is one, else the query, decoded, in the order
 * received. No window is documented for the timestamp; the 20 seconds of a sibling deployment apply, beyond which the
 * parameter is illegal (2001).
 */
final class SatoriSignature {
    private static final Duration WINDOW = Duration.ofSeconds(20);

    private static final String HMAC = "1";

    private SatoriSignature() {}

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        String apiKey = request.header("APIKEY");
        AccountKey key = apiKey == null ? null : keys.find(apiKey);
        if (key == null) {
            throw unauthorized("APIKEY does not exist");
        }
        String header = request.header("signature");
        byte[] signature = header == null ? null : decode(header, key.algorithm());
        // Without a type it is HMAC, as in the venue's own SDK.
        String signType = Objects.requireNonNullElse(request.header("X-SAPI-SIGN-TYPE"), HMAC);
        if (signature == null
                || !signType(key.algorithm()).equals(signType)
                || !key.accepts(parameterText(request), signature)) {
            throw unauthorized("Signature verification failed");
        }
        String timestamp = SatoriFields.of(request).required("timestamp");
        if (!timestamp.matches("\\d{13}")
                || Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(WINDOW)
                        > 0) {
            throw new VenueRejection("2001", "Illegal parameter:timestamp");
        }
        return key;
    }

    private static String signType(SigningKey.Algorithm algorithm) {
        return switch (algorithm) {
            case SECP256K1 -> "2";
            case ED25519 -> "3";
            default -> HMAC;
        };
    }

    /** Null for text that cannot be a signature of this kind. */
    private static byte @Nullable [] decode(String signature, SigningKey.Algorithm algorithm) {
        try {
            return switch (algorithm) {
                case SECP256K1 -> signature.startsWith("0x") ? HexFormat.of().parseHex(signature.substring(2)) : null;
                case ED25519 -> Base64.getDecoder().decode(signature);
                default -> HexFormat.of().parseHex(signature);
            };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String parameterText(VenueRequest request) {
        return request.hasBody() ? request.bodyText() : request.decodedQuery();
    }

    private static VenueRejection unauthorized(String text) {
        return new VenueRejection("401", text, 401);
    }
}
