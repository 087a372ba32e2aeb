package dev.openvenue.simulator;

import dev.openvenue.simulator.proof.Check;
import dev.openvenue.simulator.proof.Encoding.Reading;
import dev.openvenue.simulator.proof.KeyMistake;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import okio.ByteString;

/** Signatures of wallets, and what goes wrong with what is hashed; the signer is recovered, so no key is needed. */
final class WalletMistakes {
    private static final int WHOLE = 65;
    private static final int FIRST_RECOVERY_ID = 27;

    private WalletMistakes() {}

    /** Verifies what {@code personal_sign} of this address makes. */
    static Check check(String address) {
        return check(address, EthereumSignatures::personalDigest);
    }

    static List<KeyMistake> of(String address) {
        return List.of(
                mistake(
                        "text-without-prefix",
                        "for the text without the prefix of EIP-191",
                        address,
                        text -> EthereumSignatures.keccak(text)),
                mistake(
                        "prefix-in-characters",
                        "for a prefix that counts characters instead of bytes",
                        address,
                        text -> EthereumSignatures.personalDigest(text, characters(text))),
                mistake(
                        "text-hashed-first",
                        "for the Keccak hash of the text instead of the text",
                        address,
                        text -> EthereumSignatures.personalDigest(EthereumSignatures.keccak(text))),
                mistake(
                        "text-hashed-first",
                        "for the Keccak hash of the text, in hex, instead of the text",
                        address,
                        text -> EthereumSignatures.personalDigest(bytes("0x" + hex(EthereumSignatures.keccak(text))))),
                mistake(
                        "text-as-hex",
                        "for the text written as hex",
                        address,
                        text -> EthereumSignatures.personalDigest(bytes("0x" + hex(text)))),
                mistake(
                        "prefix-twice",
                        "for the prefix of EIP-191 twice",
                        address,
                        text -> EthereumSignatures.personalDigest(EthereumSignatures.personalDigest(text))),
                mistake("hash-other", "for SHA-256 instead of Keccak", address, WalletMistakes::sha256));
    }

    /** The same signatures with the recovery id as venues expect it, where it was left out or counted from 0. */
    static List<Reading> withRecoveryIds(List<Reading> readings) {
        List<Reading> more = new ArrayList<>(readings);
        for (Reading reading : readings) {
            byte[] bytes = reading.bytes().toByteArray();
            if (bytes.length == WHOLE && (bytes[WHOLE - 1] == 0 || bytes[WHOLE - 1] == 1)) {
                bytes[WHOLE - 1] = (byte) (bytes[WHOLE - 1] + FIRST_RECOVERY_ID);
                more.add(new Reading(
                        "signature-recovery-id",
                        "with 27 or 28 as its last byte, where 0 or 1 came",
                        ByteString.of(bytes)));
            } else if (bytes.length == WHOLE - 1) {
                for (int id = FIRST_RECOVERY_ID; id <= FIRST_RECOVERY_ID + 1; id++) {
                    byte[] whole = Arrays.copyOf(bytes, WHOLE);
                    whole[WHOLE - 1] = (byte) id;
                    more.add(new Reading(
                            "signature-recovery-id", "with " + id + " as its last byte", ByteString.of(whole)));
                }
            }
        }
        return more;
    }

    private static KeyMistake mistake(String id, String did, String address, UnaryOperator<byte[]> digest) {
        return new KeyMistake(
                id,
                did,
                "personal_sign of the text is due",
                "Sign the text with personal_sign: Keccak of \"\\u0019Ethereum Signed Message:\\n\", the length of the"
                        + " text in bytes, and the text",
                check(address, digest));
    }

    private static Check check(String address, UnaryOperator<byte[]> digest) {
        return (text, signatures) -> {
            byte[] hash = digest.apply(text);
            for (int i = 0; i < signatures.size(); i++) {
                if (address.equalsIgnoreCase(EthereumSignatures.signer(hash, signatures.get(i)))) {
                    return i;
                }
            }
            return Check.NONE;
        };
    }

    private static int characters(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).length();
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
