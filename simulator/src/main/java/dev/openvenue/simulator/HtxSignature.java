package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.simulator.SignedRequest.Demand;
import dev.openvenue.simulator.SignedTime.Format;
import dev.openvenue.simulator.proof.Encoding;
import dev.openvenue.simulator.proof.Mistake;
import dev.openvenue.simulator.proof.Parameters;
import dev.openvenue.simulator.proof.Parameters.Coding;
import dev.openvenue.simulator.proof.Parameters.Order;
import dev.openvenue.simulator.proof.SignedText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Signature version 2: the query, decoded, sorted and re-encoded, below method, host and path. The host may be signed
 * with or without its port; the documents mention only the default port. Of the two documented windows (1 and 5
 * minutes) the stricter applies.
 */
final class HtxSignature {
    private static final SignedTime CLOCK = SignedTime.within(Format.SECONDS_OF_UTC, Duration.ofMinutes(1));
    private static final String KEY = "AccessKeyId";
    private static final String METHOD = "SignatureMethod";
    private static final String VERSION = "SignatureVersion";
    private static final String TIME = "Timestamp";
    private static final String SIGNATURE = "Signature";

    /** Where clients sign for that were pointed to the simulator by a proxy or by half of their configuration. */
    private static final List<String> LIVE_HOSTS = List.of("api.huobi.pro", "api-aws.huobi.pro");

    private HtxSignature() {}

    static SignedRequest read(VenueRequest request) {
        Map<String, String> given = request.queryParameters();
        String host = Objects.requireNonNullElse(request.host(), "");
        SignedField time = SignedField.parameter(given, TIME);
        Parameters signed = Parameters.of(request.queryPairs(), Order.BY_NAME, Coding.ENCODED)
                .only(pair -> !pair.name().equals(SIGNATURE));
        SignedText withPort = SignedText.of(HtxSignature::join, signed)
                .withTimeName(TIME)
                .withKeyNames(Set.of(KEY, METHOD, VERSION, TIME))
                .withTime(time.text())
                .withMethod(request.method())
                .withHost(host)
                .withPath(request.path())
                .withMark("\n")
                .withSeparator("\n");
        return new SignedRequest(
                SignedField.parameter(given, KEY),
                time,
                SignedField.parameter(given, SIGNATURE),
                null,
                List.of(),
                List.of(
                        new Demand(SignedField.parameter(given, METHOD), null, HtxSignature::method),
                        new Demand(SignedField.parameter(given, VERSION), null, algorithm -> "2")),
                CLOCK,
                algorithm -> Encoding.BASE64,
                List.of(withPort, withPort.withHost(host.replaceFirst(":\\d+$", ""))),
                due -> mistakes(request.bodyText()));
    }

    private static String join(SignedText pieces) {
        return String.join(pieces.separator(), pieces.method(), pieces.host(), pieces.path())
                + pieces.mark()
                + pieces.parameters().text();
    }

    private static List<Mistake> mistakes(String body) {
        List<Mistake> mistakes = new ArrayList<>();
        for (String host : LIVE_HOSTS) {
            mistakes.add(new Mistake(
                    "host-live",
                    Mistake.Axis.HOST,
                    "for the host " + host,
                    "the host that the request is sent to is signed",
                    "Take the host from the URL of the request; behind a proxy that is the proxy's",
                    text -> text.withHost(host)));
        }
        for (String before : List.of("", "\n", "&")) {
            mistakes.add(new Mistake(
                    "body-signed",
                    Mistake.Axis.BODY,
                    "for a text that ends with the body",
                    "the body is not signed",
                    "Sign method, host, path and the parameters of the URL only",
                    text -> text.finished(whole -> body.isEmpty() ? whole : whole + before + body)));
        }
        return mistakes;
    }

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        SignedRequest signed = read(request);
        if (Stream.of(signed.signature(), signed.apiKey()).anyMatch(field -> field.value() == null)) {
            throw new VenueRejection("login-required", "Login is required: AccessKeyId or Signature is missing");
        }
        AccountKey key = keys.find(signed.apiKey().text());
        if (key == null) {
            throw invalid("Incorrect Access key [Access key错误]");
        }
        Instant at = CLOCK.read(signed.time().text());
        if (at == null || !CLOCK.accepts(at, now)) {
            throw invalid("Invalid submission time or incorrect time format [无效的提交时间，或时间格式错误]");
        }
        if (request.host() == null
                || !signed.demands().stream().allMatch(demand -> demand.isMet(key.algorithm()))
                || !signed.isSignedBy(key)) {
            throw invalid("Verification failure [校验失败]");
        }
        return key;
    }

    private static String method(SigningKey.Algorithm algorithm) {
        return algorithm == SigningKey.Algorithm.ED25519 ? "Ed25519" : "HmacSHA256";
    }

    private static VenueRejection invalid(String reason) {
        return new VenueRejection("api-signature-not-valid", "Signature not valid: " + reason);
    }
}
