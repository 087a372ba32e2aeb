package dev.openvenue.simulator.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.HexFormat;
import java.util.List;

/** Signatures of RSA and Ed25519 keys, and what goes wrong with the algorithm. */
public final class PublicKeyMistakes {
    private static final String ADVICE = "Sign the text itself with ";

    private PublicKeyMistakes() {}

    /** Verifies signatures of this scheme, as {@link Signature} names it. */
    public static Check check(String scheme, PublicKey key) {
        return (text, signatures) -> {
            for (int i = 0; i < signatures.size(); i++) {
                if (verifies(scheme, key, text, signatures.get(i))) {
                    return i;
                }
            }
            return Check.NONE;
        };
    }

    public static List<KeyMistake> of(String scheme, PublicKey key) {
        Check due = check(scheme, key);
        KeyMistake hashedFirst = mistake(
                "text-hashed-first",
                "for the SHA-256 of the text, in hex, instead of the text",
                scheme,
                (text, signatures) -> due.match(hex(text), signatures));
        return scheme.endsWith("withRSA")
                ? List.of(
                        mistake("hash-other", "for RSA with SHA-512", scheme, check("SHA512withRSA", key)),
                        mistake("hash-other", "for RSA with SHA-1", scheme, check("SHA1withRSA", key)),
                        hashedFirst)
                : List.of(hashedFirst);
    }

    private static KeyMistake mistake(String id, String did, String scheme, Check check) {
        return new KeyMistake(id, did, scheme + " of the text is due", ADVICE + scheme, check);
    }

    private static boolean verifies(String scheme, PublicKey key, byte[] text, byte[] signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(scheme);
        verifier.initVerify(key);
        verifier.update(text);
        try {
            return verifier.verify(signature);
        } catch (SignatureException e) {
            // Not a signature of this scheme at all, for example because of its length.
            return false;
        }
    }

    private static byte[] hex(byte[] text) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
        return HexFormat.of().formatHex(hash).getBytes(StandardCharsets.UTF_8);
    }
}
