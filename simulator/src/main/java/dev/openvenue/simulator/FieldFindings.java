package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey.Algorithm;
import dev.openvenue.simulator.proof.Encoding;
import dev.openvenue.simulator.proof.Encoding.Reading;
import dev.openvenue.simulator.proof.HmacMistakes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What can be wrong with a single value that belongs to a signature. */
final class FieldFindings {
    private static final int SHOWN_WHOLE = 12;
    private static final int SHOWN = 4;

    private final Redaction redaction;

    FieldFindings(Redaction redaction) {
        this.redaction = redaction;
    }

    static Finding missing(SignedField field, VenueRequest request) {
        boolean empty = field.value() != null;
        String sentence = sentence(field) + (empty ? " is empty" : " is missing");
        boolean header = field.place().equals("header");
        List<String> given = new ArrayList<>(
                header ? request.headers().names() : request.queryParameters().keySet());
        if (!empty && header && request.queryParameters().containsKey(field.name())) {
            sentence += "; a parameter of that name came in the query, where the venue does not look";
        } else if (!empty && !header && request.header(field.name()) != null) {
            sentence += "; a header of that name came, where the venue does not look";
        } else if (!empty) {
            Optional<String> near = Spelling.nearest(field.name(), given);
            if (near.isPresent()) {
                sentence += "; " + Spelling.quoted(near.get()) + " came, which is another name";
            }
        }
        return Finding.proved(
                        field.place() + (empty ? "-empty" : "-missing"),
                        sentence,
                        "Send " + field.label() + " with every signed request")
                .with(field.place(), field.name());
    }

    Finding unknownKey(SignedField field, Collection<AccountKey> keys) {
        String given = field.text();
        String bare = given.strip().replaceAll("^[\"']|[\"']$", "");
        for (AccountKey key : keys) {
            if (key.secrets().contains(bare)) {
                return Finding.proved(
                                "key-and-secret-swapped",
                                "The API key in " + field.label() + " is the secret or the passphrase of a key",
                                "Send the API key there, and keep its secret to yourself")
                        .with(field.place(), field.name());
            }
            if (key.apiKey().equals(bare)) {
                return key("key-with-blanks", field, "has blanks or quotes around a known key", "Strip the API key");
            }
            if (key.apiKey().equalsIgnoreCase(given)) {
                return key(
                        "key-in-other-case",
                        field,
                        "differs from a known key in upper and lower case",
                        "Send the API key as it was issued");
            }
        }
        String nearest = Spelling.nearest(
                        given, keys.stream().map(AccountKey::apiKey).toList())
                .map(near -> "; the nearest of them is " + masked(near))
                .orElse("");
        return key(
                "key-unknown",
                field,
                "is none of the " + keys.size() + " that this venue knows" + nearest,
                "Use the credentials of this simulator, or register the key with it");
    }

    private Finding key(String mistake, SignedField field, String what, String advice) {
        return Finding.proved(
                        mistake, "The API key " + masked(field.text()) + " in " + field.label() + " " + what, advice)
                .with(field.place(), field.name());
    }

    static Finding wrong(SignedField field, String due, Algorithm algorithm) {
        String came = field.value() == null ? " is missing" : " is " + Spelling.quoted(field.text());
        return Finding.proved(
                        field.place() + "-wrong",
                        sentence(field) + came + "; for a key of kind " + algorithm + " it must be '" + due + "'",
                        "Send " + field.label() + " as '" + due + "'")
                .with(field.place(), field.name())
                .with("due", due);
    }

    static Finding wrongPassphrase(SignedField field, AccountKey key) {
        String given = field.text();
        String due = String.valueOf(key.passphrase());
        String secret = key.secret();
        if (given.strip().replaceAll("^[\"']|[\"']$", "").equals(due)) {
            return passphrase(
                    "passphrase-with-blanks", field, "has blanks or quotes around it", "Strip the passphrase");
        }
        if (given.equalsIgnoreCase(due)) {
            return passphrase(
                    "passphrase-in-other-case",
                    field,
                    "differs from that of the key in upper and lower case",
                    "Send it as it was chosen");
        }
        if (given.equals(secret)) {
            return passphrase(
                    "secret-as-passphrase",
                    field,
                    "is the secret of the key",
                    "Send the passphrase, which was chosen when the key was made");
        }
        if (secret != null && isSigned(given, due, secret)) {
            return passphrase(
                    "passphrase-signed", field, "was signed, as other venues demand", "Send the passphrase as it is");
        }
        return passphrase(
                "passphrase-wrong",
                field,
                "is not that of the key",
                "Send the passphrase that was chosen when this key was made, not the password of the account");
    }

    private static boolean isSigned(String given, String passphrase, String secret) {
        byte[] bytes = Encoding.BASE64.decode(given);
        try {
            return bytes != null
                    && HmacMistakes.check(secret).match(passphrase.getBytes(StandardCharsets.UTF_8), List.of(bytes))
                            == 0;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Finding passphrase(String mistake, SignedField field, String what, String advice) {
        return Finding.proved(mistake, "The passphrase in " + field.label() + " " + what, advice)
                .with(field.place(), field.name());
    }

    /** A signature that nothing reproduces: what its shape tells. */
    Finding shape(SignedField field, Encoding due, List<Reading> readings, Algorithm algorithm, int tried) {
        if (readings.isEmpty()) {
            return Finding.likely(
                            "signature-unreadable",
                            sentence(field) + ", " + masked(field.text()) + ", is not " + due.words()
                                    + ", and no other usual way to write a signature",
                            "Write the signature as " + due.words())
                    .with("tried", tried);
        }
        int length = readings.get(0).bytes().size();
        int dueLength = length(algorithm);
        if (dueLength > 0
                && readings.stream().noneMatch(reading -> reading.bytes().size() == dueLength)) {
            return Finding.likely(
                            "signature-length",
                            sentence(field) + " has " + length + " bytes" + maker(length) + "; one of a key of kind "
                                    + algorithm + " has " + dueLength,
                            "Sign with " + algorithm + ", or use a key of the kind that your program signs with")
                    .with("tried", tried);
        }
        return Finding.unknown(
                        "signature-unknown",
                        "The signature is not one of the text that is due, and no usual mistake with text, key or"
                                + " encoding reproduces it",
                        "Compare the text that your program signed with the one that is due, character by character;"
                                + " if they are equal, the secret is another one")
                .with("tried", tried);
    }

    private static int length(Algorithm algorithm) {
        return switch (algorithm) {
            case HMAC_SHA256 -> 32;
            case ED25519 -> 64;
            case SECP256K1 -> 65;
            case RSA_SHA256 -> 0;
        };
    }

    private static String maker(int length) {
        return switch (length) {
            case 16 -> ", like MD5";
            case 20 -> ", like SHA-1";
            case 32 -> ", like HMAC-SHA256";
            case 64 -> ", like SHA-512 or Ed25519";
            case 65 -> ", like a wallet's";
            case 256, 384, 512 -> ", like RSA";
            default -> "";
        };
    }

    /** Begin and end of a key or signature. */
    String masked(String received) {
        String text = redaction.of(received);
        return text.length() <= SHOWN_WHOLE
                ? "'" + text + "'"
                : "'" + text.substring(0, SHOWN) + "…" + text.substring(text.length() - SHOWN) + "' (" + text.length()
                        + " characters)";
    }

    private static String sentence(SignedField field) {
        return "The " + field.place() + " " + field.name();
    }
}
