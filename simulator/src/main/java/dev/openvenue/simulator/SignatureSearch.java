package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import dev.openvenue.simulator.proof.Check;
import dev.openvenue.simulator.proof.Encoding.Reading;
import dev.openvenue.simulator.proof.KeyMistake;
import dev.openvenue.simulator.proof.Mistake;
import dev.openvenue.simulator.proof.Mistakes;
import dev.openvenue.simulator.proof.SignedText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a client signed: makes plausible mistakes, one and then two at a time, until one of them reproduces
 * the signature that came. It gives up after a number of signatures, and of bytes, that does not depend on the request.
 */
final class SignatureSearch {
    private static final long MOST_BYTES = 24L << 20;

    private final AccountKey key;
    private final List<Reading> readings;
    private final List<byte[]> signatures;
    private final List<KeyMistake> keyMistakes;
    private int signaturesLeft;
    private long bytesLeft = MOST_BYTES;
    private int tried;

    /**
     * What was found: the mistakes that reproduce the signature, none if it is right.
     *
     * @param due the text that is due
     * @param signed the text that was signed
     */
    record Found(List<Part> mistakes, String due, String signed) {}

    /** One of the mistakes, in words that follow "The signature is right". */
    record Part(String id, String did, String due, String advice) {
        static Part of(Mistake mistake) {
            return new Part(mistake.id(), mistake.did(), mistake.due(), mistake.advice());
        }

        static Part of(KeyMistake mistake) {
            return new Part(mistake.id(), mistake.did(), mistake.due(), mistake.advice());
        }
    }

    SignatureSearch(AccountKey key, List<KeyMistake> keyMistakes, List<Reading> readings) {
        this.key = key;
        this.keyMistakes = keyMistakes;
        this.readings = readings;
        this.signatures =
                readings.stream().map(reading -> reading.bytes().toByteArray()).toList();
        this.signaturesLeft = most(key.algorithm());
    }

    /** Fewer of those that cost more. */
    private static int most(Algorithm algorithm) {
        return switch (algorithm) {
            case HMAC_SHA256 -> 4_000;
            case RSA_SHA256, ED25519 -> 400;
            case SECP256K1 -> 200;
        };
    }

    /** Also asked before a text is made, because to make one of megabytes costs more than to sign it. */
    private boolean isExhausted() {
        return signaturesLeft <= 0 || bytesLeft <= 0;
    }

    /** How many signatures were verified. */
    int tried() {
        return tried;
    }

    @Nullable
    Found find(SignedRequest request, String host) {
        if (signatures.isEmpty()) {
            return null;
        }
        for (SignedText due : request.texts()) {
            Found found = withoutMistakeInText(request, due.text());
            if (found != null) {
                return found;
            }
        }
        for (SignedText due : request.texts()) {
            Found found = new Texts(request, due, host).find();
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Found withoutMistakeInText(SignedRequest request, String due) {
        Part coding = match(request, due, key.check());
        if (coding != null) {
            return found(due, due, coding);
        }
        for (KeyMistake mistake : keyMistakes) {
            Part also = match(request, due, mistake.check());
            if (also != null) {
                return found(due, due, Part.of(mistake), also);
            }
        }
        return null;
    }

    /** The texts of one request that a client may have signed. */
    private final class Texts {
        private final SignedRequest request;
        private final SignedText due;
        private final String dueText;
        private final List<Mistake> usual;
        private final Set<String> seen = new HashSet<>();

        Texts(SignedRequest request, SignedText due, String host) {
            this.request = request;
            this.due = due;
            this.dueText = due.text();
            this.usual = new ArrayList<>(request.mistakes().apply(due));
            usual.addAll(Mistakes.usual(due, host));
            seen.add(dueText);
        }

        @Nullable
        Found find() {
            Found found = one(usual);
            if (found == null) {
                found = one(Mistakes.seldom(due));
            }
            return found == null ? two() : found;
        }

        private @Nullable Found one(List<Mistake> mistakes) {
            for (Mistake mistake : mistakes) {
                if (isExhausted()) {
                    return null;
                }
                Found found = signed(mistake.change().apply(due).text(), key.check(), Part.of(mistake));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }

        private @Nullable Found two() {
            for (int i = 0; i < usual.size() && !isExhausted(); i++) {
                Mistake first = usual.get(i);
                SignedText text = first.change().apply(due);
                for (Mistake second : usual.subList(i + 1, usual.size())) {
                    Found found = first.axis() == second.axis() || isExhausted()
                            ? null
                            : signed(second.change().apply(text).text(), key.check(), Part.of(first), Part.of(second));
                    if (found != null) {
                        return found;
                    }
                }
            }
            return withKeyMistake();
        }

        private @Nullable Found withKeyMistake() {
            seen.clear();
            for (Mistake mistake : usual) {
                if (isExhausted()) {
                    return null;
                }
                String text = mistake.change().apply(due).text();
                if (!text.equals(dueText) && seen.add(text)) {
                    for (KeyMistake second : keyMistakes) {
                        Part also = match(request, text, second.check());
                        if (also != null) {
                            return found(dueText, text, Part.of(mistake), Part.of(second), also);
                        }
                    }
                }
            }
            return null;
        }

        private @Nullable Found signed(String text, Check check, Part... mistakes) {
            if (!seen.add(text)) {
                return null;
            }
            Part coding = match(request, text, check);
            if (coding == null) {
                return null;
            }
            List<Part> all = new ArrayList<>(List.of(mistakes));
            all.add(coding);
            return found(dueText, text, all.toArray(Part[]::new));
        }
    }

    private static Found found(String due, String signed, Part... mistakes) {
        return new Found(
                List.of(mistakes).stream().filter(part -> !part.id().isEmpty()).toList(), due, signed);
    }

    /** The mistake in the writing of the signature, without a name if there is none; null if it is not of this text. */
    private @Nullable Part match(SignedRequest request, String text, Check check) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytesLeft < bytes.length) {
            bytesLeft = 0;
        }
        if (isExhausted()) {
            return null;
        }
        signaturesLeft--;
        bytesLeft -= bytes.length;
        tried++;
        try {
            int index = check.match(bytes, signatures);
            return index == Check.NONE ? null : coding(request, readings.get(index));
        } catch (GeneralSecurityException e) {
            // Not a signature of this scheme at all.
            return null;
        }
    }

    private Part coding(SignedRequest request, Reading reading) {
        String due = request.encoding().apply(key.algorithm()).words();
        return new Part(reading.id(), reading.did(), "it is sent as " + due, "Write the signature as " + due);
    }
}
