package dev.openvenue.core.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import okio.Buffer;

/**
 * EIP-191 version 0x45: what wallets call {@code personal_sign}. From such a signature anyone can recover the signer's
 * address.
 */
final class PersonalSign {
    private PersonalSign() {}

    /** The signature as {@code 0x}, r, s and v (1b or 1c): 132 characters, lower case. */
    static String sign(SigningKey key, byte[] message) {
        byte[] signature = key.sign(digest(message));
        HexFormat hex = HexFormat.of();
        return "0x" + hex.formatHex(signature, 0, 64) + hex.toHexDigits((byte) (27 + signature[64]));
    }

    private static byte[] digest(byte[] message) {
        return Keccak256.digest(new Buffer()
                .writeByte(0x19)
                .writeString("Ethereum Signed Message:\n" + message.length, UTF_8)
                .write(message)
                .readByteArray());
    }
}
