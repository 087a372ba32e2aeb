package dev.openvenue.core.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key from PEM text. No message quotes the text, and causes are left out because they might. */
final class Pem {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----(.*?)-----END PRIVATE KEY-----", Pattern.DOTALL);
    private static final List<String> KINDS = List.of("RSA", "EdDSA", "EC");

    private Pem() {}

    /** The key in a PKCS#8 PEM, of any supported kind. */
    static PrivateKey privateKey(String text) {
        Matcher pem = PKCS8.matcher(text);
        if (!pem.find()) {
            throw new IllegalArgumentException(whyNotPkcs8(text));
        }
        byte[] der;
        try {
            der = Base64.getDecoder().decode(pem.group(1).replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Between its BEGIN and END lines the PEM text is not Base64; "
                    + "give the file as it is, with its line breaks");
        }
        for (String kind : KINDS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This JVM cannot read " + kind + " keys; run on a complete JDK", e);
            } catch (GeneralSecurityException e) {
                // Not of this kind.
            }
        }
        throw new IllegalArgumentException("The PEM text holds no RSA, Ed25519 or EC key, or is damaged;"
                + " check it with: openssl pkey -in key.pem -noout");
    }

    private static String whyNotPkcs8(String text) {
        if (text.isBlank()) {
            return "The PEM text is blank; check where it is read from";
        }
        if (text.contains("BEGIN RSA PRIVATE KEY")) {
            return "The PEM text is a PKCS#1 key (BEGIN RSA PRIVATE KEY) but PKCS#8 (BEGIN PRIVATE KEY) is needed; "
                    + "convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out pkcs8.pem";
        }
        if (text.contains("BEGIN ENCRYPTED PRIVATE KEY")) {
            return "The PEM text is an encrypted key; decrypt it with: openssl pkcs8 -in key.pem -out pkcs8.pem";
        }
        if (text.contains("PUBLIC KEY")) {
            return "The PEM text is a public key, which the venue keeps; the private key signs";
        }
        return "The PEM text has no BEGIN PRIVATE KEY and END PRIVATE KEY lines;"
                + " give a whole private key in PKCS#8 form";
    }
}
