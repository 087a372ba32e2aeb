package dev.openvenue.cli;

import java.util.Locale;

/** One part of a venue's credentials, and its names in the environment and in files. */
enum CredentialField {
    /** The API key. */
    API_KEY,
    /** The passphrase that was chosen with the key, at venues that require one. */
    PASSPHRASE,
    /** The shared secret of an HMAC key. */
    SECRET,
    /** A private key: PEM text, or hex for secp256k1. */
    PRIVATE_KEY,
    /** A file with the private key. */
    PRIVATE_KEY_FILE,
    /** The type of the private key: rsa, ed25519 or secp256k1. */
    KEY_TYPE;

    /** Where a command reads credentials. */
    static final String HELP = "Properties in a file that only its owner can read, for Bitget: bitget.api-key,"
            + " bitget.passphrase, and bitget.secret, or bitget.private-key or bitget.private-key-file with"
            + " bitget.key-type (rsa, ed25519, secp256k1); else the same in the environment:"
            + " OPENVENUE_BITGET_API_KEY, _PASSPHRASE, _SECRET, _PRIVATE_KEY, _PRIVATE_KEY_FILE, _KEY_TYPE";

    /** {@code OPENVENUE_BITGET_API_KEY}. */
    String variable(String venue) {
        return "OPENVENUE_" + venue.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + name();
    }

    /** {@code bitget.api-key}. */
    String property(String venue) {
        return venue + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
