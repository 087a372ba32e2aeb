package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import dev.openvenue.simulator.proof.Encoding;
import dev.openvenue.simulator.proof.Mistake;
import dev.openvenue.simulator.proof.SignedText;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to the signature of one request: what verification reads, and what an explanation varies.
 *
 * @param passphrase null at a venue whose keys have none
 * @param others what must be there besides
 * @param demands the fields of which the value is given
 * @param encoding how a signature of a kind of key is written
 * @param texts the text that is signed, or all that the venue accepts
 * @param mistakes those that are made at this venue only
 */
record SignedRequest(
        SignedField apiKey,
        SignedField time,
        SignedField signature,
        @Nullable SignedField passphrase,
        List<SignedField> others,
        List<Demand> demands,
        SignedTime clock,
        Function<Algorithm, Encoding> encoding,
        List<SignedText> texts,
        Function<SignedText, List<Mistake>> mistakes) {
    /**
     * A field of which the value is given.
     *
     * @param otherwise what the venue takes it for when it is absent; null if it must not be
     */
    record Demand(SignedField field, @Nullable String otherwise, Function<Algorithm, String> due) {
        boolean isMet(Algorithm algorithm) {
            String value = field.value() == null ? otherwise : field.value();
            return due.apply(algorithm).equals(value);
        }
    }

    /** Whether the signature is one of the text, by this key. */
    boolean isSignedBy(AccountKey key) {
        byte[] bytes = encoding.apply(key.algorithm()).decode(signature.text());
        return bytes != null && texts.stream().anyMatch(text -> key.accepts(text.text(), bytes));
    }
}
