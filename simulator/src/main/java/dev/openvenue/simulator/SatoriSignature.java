package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import dev.openvenue.simulator.SignedRequest.Demand;
import dev.openvenue.simulator.SignedTime.Format;
import dev.openvenue.simulator.proof.Encoding;
import dev.openvenue.simulator.proof.Mistake;
import dev.openvenue.simulator.proof.Parameters;
import dev.openvenue.simulator.proof.SignedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The signature header over the parameter text: the body if there is one, else the query, decoded, in the order
 * received. No window is documented for the timestamp; the 20 seconds of a sibling deployment apply, beyond which the
 * parameter is illegal (2001).
 */
final class SatoriSignature {
    private static final SignedTime CLOCK = SignedTime.within(Format.MILLISECONDS, Duration.ofSeconds(20));
    private static final String TIME = "timestamp";
    private static final String HMAC = "1";

    private SatoriSignature() {}

    static SignedRequest read(VenueRequest request) {
        SignedField time = new SignedField("parameter", TIME, time(request));
        SignedText text = SignedText.of(
                        pieces -> pieces.body().isEmpty() ? pieces.parameters().text() : pieces.body(),
                        request.hasBody() ? Parameters.NONE : request.wholeQuery())
                .withBody(request.bodyText());
        SignedText timed = request.hasBody()
                ? text.withTime(time.text())
                : text.withTime(time.text()).withTimeName(TIME).withKeyNames(Set.of(TIME));
        return new SignedRequest(
                SignedField.header(request, "APIKEY"),
                time,
                SignedField.header(request, "signature"),
                null,
                List.of(),
                // Without a type it is HMAC, as in the venue's own SDK.
                List.of(new Demand(SignedField.header(request, "X-SAPI-SIGN-TYPE"), HMAC, SatoriSignature::signType)),
                CLOCK,
                SatoriSignature::encoding,
                List.of(timed),
                due -> mistakes(request));
    }

    private static String time(VenueRequest request) {
        try {
            return SatoriFields.of(request).optional(TIME, "");
        } catch (VenueRejection e) {
            // The body is not JSON, so there is no time in it.
            return "";
        }
    }

    private static Encoding encoding(Algorithm algorithm) {
        return switch (algorithm) {
            case SECP256K1 -> Encoding.PREFIXED_HEX;
            case ED25519 -> Encoding.BASE64;
            default -> Encoding.HEX;
        };
    }

    private static String signType(Algorithm algorithm) {
        return switch (algorithm) {
            case SECP256K1 -> "2";
            case ED25519 -> "3";
            default -> HMAC;
        };
    }

    /** What is done with a query beside a body. */
    private static List<Mistake> mistakes(VenueRequest request) {
        if (!request.hasBody()) {
            return List.of();
        }
        String query = request.decodedQuery();
        return List.of(
                mistake("query-instead-of-body", "for the query instead of the body", query),
                mistake("query-and-body", "for the query and the body", query + request.bodyText()),
                mistake("query-and-body", "for the body and the query", request.bodyText() + query));
    }

    private static Mistake mistake(String id, String did, String text) {
        return new Mistake(
                id,
                Mistake.Axis.PARAMETERS,
                did,
                "of a request with a body exactly the body is signed",
                "Sign the body alone",
                due -> due.finished(whole -> text));
    }

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        SignedRequest signed = read(request);
        AccountKey key = keys.find(signed.apiKey().text());
        if (key == null) {
            throw unauthorized("APIKEY does not exist");
        }
        if (!signed.demands().stream().allMatch(demand -> demand.isMet(key.algorithm())) || !signed.isSignedBy(key)) {
            throw unauthorized("Signature verification failed");
        }
        Instant at = CLOCK.read(SatoriFields.of(request).required(TIME));
        if (at == null || !CLOCK.accepts(at, now)) {
            throw new VenueRejection("2001", "Illegal parameter:timestamp");
        }
        return key;
    }

    private static VenueRejection unauthorized(String text) {
        return new VenueRejection("401", text, 401);
    }
}
