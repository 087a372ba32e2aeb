package dev.openvenue.cli;

import java.util.Locale;

/** One part of a venue's credentials, and what it is called where it is looked for. */
enum CredentialField {
    /** The public half. */
    API_KEY,
    /** What was chosen with the key, at venues that ask for it. */
    PASSPHRASE,
    /** The shared secret of an HMAC key. */
    SECRET,
    /** A private key: PEM text, or hex for secp256k1. */
    PRIVATE_KEY,
    /** A file that holds the private key. */
    PRIVATE_KEY_FILE,
    /** What the private key is: rsa, ed25519 or secp256k1. */
    KEY_TYPE;

    /** {@code OPENVENUE_BITGET_API_KEY}. */
    String variable(String venue) {
        return "OPENVENUE_" + venue.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + name();
    }

    /** {@code bitget.api-key}. */
    String property(String venue) {
        return venue + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
