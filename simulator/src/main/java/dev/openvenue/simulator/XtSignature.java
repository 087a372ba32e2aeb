package dev.openvenue.simulator;

import dev.openvenue.simulator.SignedTime.Format;
import dev.openvenue.simulator.proof.Encoding;
import dev.openvenue.simulator.proof.Mistake;
import dev.openvenue.simulator.proof.Parameters;
import dev.openvenue.simulator.proof.Parameters.Coding;
import dev.openvenue.simulator.proof.Parameters.Order;
import dev.openvenue.simulator.proof.Parameters.Pair;
import dev.openvenue.simulator.proof.SignedText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameter {@code signature} over all others, sorted by name. They are signed as they are, as in XT's Java and
 * Node demos; its Python demo signs them percent-encoded, which {@link VenueSimulator#verifyEncodedParameters}
 * requires. A choice where the documents are silent: a nonce may be off by 30 seconds, beyond that it is rejected with
 * 308, because it is part of the signature check.
 */
final class XtSignature {
    private static final SignedTime CLOCK = SignedTime.within(Format.MILLISECONDS, Duration.ofSeconds(30));
    private static final String KEY = "accesskey";
    private static final String TIME = "nonce";
    private static final String SIGNATURE = "signature";

    private XtSignature() {}

    static SignedRequest read(VenueRequest request, boolean encoded) {
        Map<String, String> parameters = XtFields.parameters(request);
        List<Pair> pairs = request.method().equals("POST") ? request.formPairs() : request.queryPairs();
        Parameters signed = Parameters.of(pairs, Order.BY_NAME, encoded ? Coding.FORM : Coding.DECODED)
                .only(pair -> !pair.name().equals(SIGNATURE));
        SignedField time = SignedField.parameter(parameters, TIME);
        SignedText text = SignedText.of(pieces -> pieces.parameters().text(), signed)
                .withTimeName(TIME)
                .withKeyNames(Set.of(KEY, TIME))
                .withTime(time.text());
        return new SignedRequest(
                SignedField.parameter(parameters, KEY),
                time,
                SignedField.parameter(parameters, SIGNATURE),
                null,
                List.of(),
                List.of(),
                CLOCK,
                algorithm -> Encoding.HEX,
                List.of(text),
                XtSignature::mistakes);
    }

    /** A list of orders or ids is sent as JSON in Base64, and some sign the JSON. */
    private static List<Mistake> mistakes(SignedText due) {
        return due.parameters().pairs().stream()
                .filter(pair -> pair.name().equals("data") && Encoding.BASE64.decode(pair.value()) != null)
                .map(pair -> new Mistake(
                        "data-before-base64",
                        Mistake.Axis.PARAMETERS,
                        "for the parameter data before it was encoded as Base64",
                        "it is signed as it is sent, in Base64",
                        "Encode data as Base64 first, then sign",
                        text -> text.withParameters(text.parameters().withValue("data", json(pair.value())))))
                .toList();
    }

    private static String json(String base64) {
        byte[] bytes = Encoding.BASE64.decode(base64);
        return bytes == null ? base64 : new String(bytes, StandardCharsets.UTF_8);
    }

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now, boolean encoded) throws VenueRejection {
        SignedRequest signed = read(request, encoded);
        AccountKey key = keys.find(signed.apiKey().text());
        if (key == null) {
            throw new VenueRejection("307", "Please check whether the accesskey is valid");
        }
        Instant at = CLOCK.read(signed.time().text());
        if (at == null) {
            throw new VenueRejection("400", "Bad request: the nonce is not a time in milliseconds");
        }
        if (!signed.isSignedBy(key)) {
            throw new VenueRejection("308", "Signature verification failed");
        }
        if (!CLOCK.accepts(at, now)) {
            throw new VenueRejection(
                    "308", "Signature verification failed: the nonce is too far from the server's time");
        }
        return key;
    }
}
