package dev.openvenue.core.signing;

import org.bouncycastle.crypto.digests.KeccakDigest;

/** The hash of the EVM: Keccak as it was before SHA-3, which pads differently and is the only variant in the JDK. */
final class Keccak256 {
    private Keccak256() {}

    static byte[] digest(byte[] message) {
        try {
            KeccakDigest keccak = new KeccakDigest(256);
            keccak.update(message, 0, message.length);
            byte[] digest = new byte[32];
            keccak.doFinal(digest, 0);
            return digest;
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "Signing for an EVM address needs org.bouncycastle:bcprov-jdk18on on the class path;"
                            + " add it to your build",
                    e);
        }
    }
}
