package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import dev.openvenue.simulator.SignatureSearch.Found;
import dev.openvenue.simulator.SignatureSearch.Part;
import dev.openvenue.simulator.SignedRequest.Demand;
import dev.openvenue.simulator.proof.Encoding;
import dev.openvenue.simulator.proof.Encoding.Reading;
import dev.openvenue.simulator.proof.KeyMistake;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges what belongs to a signature, always all of it and in the same order: what is missing, the key, given values,
 * the clock, the passphrase, the signature. A wrong clock must never read as a wrong signature.
 */
final class SignatureJudge {
    /** Other keys are tried as well, as long as they are few. */
    private static final int OTHER_KEYS = 20;

    private final FailedRequest failedRequest;
    private final SignedRequest request;
    private final Verdict verdict;
    private final FieldFindings findings;

    SignatureJudge(FailedRequest failedRequest, SignedRequest request, Verdict verdict, Redaction redaction) {
        this.failedRequest = failedRequest;
        this.request = request;
        this.verdict = verdict;
        this.findings = new FieldFindings(redaction);
    }

    void judge() {
        Stream.concat(
                        fields(),
                        request.demands().stream()
                                .filter(demand -> demand.otherwise() == null)
                                .map(Demand::field))
                .filter(SignedField::isMissing)
                .forEach(field -> verdict.wrong(FieldFindings.missing(field, failedRequest.request())));
        AccountKey key = key();
        if (key != null) {
            demands(key.algorithm());
        }
        time();
        if (key != null) {
            passphrase(key);
            if (!request.signature().isMissing()) {
                signature(key);
            }
        }
    }

    private Stream<SignedField> fields() {
        return Stream.concat(
                Stream.of(request.apiKey(), request.time(), request.signature(), request.passphrase())
                        .filter(Objects::nonNull),
                request.others().stream());
    }

    private @Nullable AccountKey key() {
        if (request.apiKey().isMissing()) {
            return null;
        }
        AccountKey key = failedRequest.keys().find(request.apiKey().text());
        if (key == null) {
            verdict.wrong(
                    findings.unknownKey(request.apiKey(), failedRequest.keys().all()));
        } else {
            verdict.right("key");
        }
        return key;
    }

    private void demands(Algorithm algorithm) {
        for (Demand demand : request.demands()) {
            boolean absent = demand.otherwise() == null && demand.field().isMissing();
            if (!absent && !demand.isMet(algorithm)) {
                verdict.wrong(FieldFindings.wrong(demand.field(), demand.due().apply(algorithm), algorithm));
            }
        }
    }

    private void time() {
        if (request.time().isMissing()) {
            return;
        }
        Finding wrong = request.clock().explain(request.time(), failedRequest.at());
        if (wrong != null) {
            verdict.wrong(wrong);
            return;
        }
        Instant signed =
                Objects.requireNonNull(request.clock().read(request.time().text()));
        verdict.right("time (" + off(Duration.between(failedRequest.at(), signed)) + ")");
    }

    private static String off(Duration off) {
        return off.toMillis() == 0
                ? "equal to the venue's clock"
                : off.abs().toMillis() + " ms " + (off.isNegative() ? "behind" : "ahead");
    }

    private void passphrase(AccountKey key) {
        SignedField field = request.passphrase();
        if (field != null && !field.isMissing()) {
            if (key.hasPassphrase(field.text())) {
                verdict.right("passphrase");
            } else {
                verdict.wrong(FieldFindings.wrongPassphrase(field, key));
            }
        }
    }

    private void signature(AccountKey key) {
        Encoding due = request.encoding().apply(key.algorithm());
        List<Reading> readings = due.readings(request.signature().text());
        if (key.algorithm() == Algorithm.SECP256K1) {
            readings = WalletMistakes.withRecoveryIds(readings);
        }
        SignatureSearch search = new SignatureSearch(key, keyMistakes(key), readings);
        String host = Objects.requireNonNullElse(failedRequest.request().host(), "");
        Found found = search.find(request, host);
        if (found == null) {
            String text = request.texts().get(0).text();
            verdict.wrong(findings.shape(request.signature(), due, readings, key.algorithm(), search.tried())
                    .withTexts(text, null));
        } else if (found.mistakes().isEmpty()) {
            verdict.right("signature");
        } else {
            verdict.wrong(
                    proved(found.mistakes()).with("tried", search.tried()).withTexts(found.due(), found.signed()));
            if (found.due().equals(found.signed())) {
                verdict.right("signed text");
            }
        }
    }

    private List<KeyMistake> keyMistakes(AccountKey key) {
        List<KeyMistake> mistakes = new ArrayList<>(key.mistakes());
        failedRequest.keys().all().stream()
                .filter(other ->
                        other.algorithm() == key.algorithm() && !other.apiKey().equals(key.apiKey()))
                .limit(OTHER_KEYS)
                .forEach(other -> mistakes.add(new KeyMistake(
                        "key-of-another",
                        "for the secret of the API key " + findings.masked(other.apiKey()),
                        "the request names the API key " + findings.masked(key.apiKey()),
                        "Use API key and secret of one pair",
                        other.check())));
        return mistakes;
    }

    private static Finding proved(List<Part> mistakes) {
        return Finding.proved(
                joined(mistakes, Part::id, "+"),
                "The signature is right " + joined(mistakes, Part::did, " and ") + "; "
                        + joined(mistakes, Part::due, "; "),
                joined(mistakes, Part::advice, ". "));
    }

    private static String joined(List<Part> mistakes, Function<Part, String> words, String joint) {
        return mistakes.stream().map(words).distinct().collect(Collectors.joining(joint));
    }
}
