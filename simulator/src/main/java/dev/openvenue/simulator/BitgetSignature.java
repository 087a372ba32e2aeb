package dev.openvenue.simulator;

import dev.openvenue.simulator.SignedTime.Format;
import dev.openvenue.simulator.proof.Encoding;
import dev.openvenue.simulator.proof.SignedText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The signature header over timestamp, method, path, query and body. Choices where the documents are silent: the query
 * is signed as decoded text, in the order received. That the text is decoded was observed on other paths of the same
 * gateway (ccxt issue 28888, Bitget.Net issue 48), not on these. A wrong passphrase is 40012, as several public clients
 * expect.
 */
final class BitgetSignature {
    private static final SignedTime CLOCK = SignedTime.within(Format.MILLISECONDS, Duration.ofSeconds(30));

    private BitgetSignature() {}

    /** A key whose signature is right, and how long ago it signed. */
    record Verified(AccountKey key, Duration age) {}

    static SignedRequest read(VenueRequest request) {
        SignedField time = SignedField.header(request, "ACCESS-TIMESTAMP");
        SignedText text = SignedText.of(BitgetSignature::join, request.wholeQuery())
                .withTime(time.text())
                .withMethod(request.method())
                .withPath(request.path())
                .withMark("?")
                .withBody(request.bodyText());
        return new SignedRequest(
                SignedField.header(request, "ACCESS-KEY"),
                time,
                SignedField.header(request, "ACCESS-SIGN"),
                SignedField.header(request, "ACCESS-PASSPHRASE"),
                List.of(),
                List.of(),
                CLOCK,
                algorithm -> Encoding.BASE64,
                List.of(text),
                due -> List.of());
    }

    private static String join(SignedText pieces) {
        return Stream.of(pieces.time(), pieces.method(), pieces.path() + pieces.markedQuery(), pieces.body())
                .filter(piece -> !piece.isEmpty())
                .collect(Collectors.joining(pieces.separator()));
    }

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
        SignedRequest signed = read(request);
        if (signed.apiKey().isMissing()) {
            throw new VenueRejection("40006", "Invalid ACCESS_KEY");
        }
        AccountKey key = keys.find(signed.apiKey().text());
        if (key == null) {
            throw new VenueRejection("40037", "Apikey does not exist");
        }
        if (keys.accountOf(key).isOfOtherApi()) {
            // Before the signature is looked at, as was seen.
            throw otherApi;
        }
        require(signed.signature(), "40002");
        require(signed.time(), "40003");
        Instant at = CLOCK.read(signed.time().text());
        if (at == null) {
            throw new VenueRejection("40005", "Invalid ACCESS_TIMESTAMP");
        }
        if (!CLOCK.accepts(at, now)) {
            throw new VenueRejection("40008", "Request timestamp expired");
        }
        String passphrase = require(SignedField.header(request, "ACCESS-PASSPHRASE"), "40011");
        if (!key.hasPassphrase(passphrase)) {
            throw new VenueRejection("40012", "apikey/password is incorrect");
        }
        if (!signed.isSignedBy(key)) {
            throw new VenueRejection("40009", "sign signature error");
        }
        return new Verified(key, Duration.between(at, now));
    }

    /** The caller's own, shorter receive window: a field of the body, or a parameter of a GET. */
    private static void receiveWindow(VenueRequest request, Duration age) throws VenueRejection {
        int none = -1;
        int window = BitgetFields.of(request).within("receiveWindow", none, 0, 999_999_999);
        if (window >= 60_000) {
            throw new VenueRejection("40079", "The receiveWindow must be less than 60s")
                    .because(
                            "receive-window-too-long",
                            "The receiveWindow of " + window + " ms is 60000 ms or longer",
                            "Send a receiveWindow below 60000, or none");
        }
        if (window != none && age.toMillis() > window) {
            throw new VenueRejection("40078", "The request timestamp is outside the receiveWindow")
                    .because(
                            "receive-window-passed",
                            "The request arrived " + age.toMillis()
                                    + " ms after the time in its ACCESS-TIMESTAMP; its own" + " receiveWindow allows "
                                    + window + " ms",
                            "Send sooner after signing, set the clock by the venue's server time, or allow more");
        }
    }

    private static String require(SignedField field, String code) throws VenueRejection {
        if (field.isMissing()) {
            throw new VenueRejection(code, field.name().replace('-', '_') + " cannot be empty");
        }
        return field.text();
    }
}
