package dev.openvenue.core.signing;

import java.util.function.UnaryOperator;

/**
 * Chooses who signs with secp256k1: acinq's binding of libsecp256k1 where it is present and loads, else Bouncy Castle.
 */
final class Secp256k1 {
    private Secp256k1() {}

    /**
     * A function from a 32-byte digest to r, s and the recovery id, in 65 bytes. Both libraries give the same bytes.
     * Both are optional, so each stands in a class of its own that is loaded only here.
     */
    static UnaryOperator<byte[]> signer(byte[] privateKey) {
        try {
            return new NativeSecp256k1(privateKey);
        } catch (LinkageError e) {
            // Its classes are absent, or there is no native library for this machine.
        }
        try {
            return new BouncyCastleSecp256k1(privateKey);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "Signing with secp256k1 needs org.bouncycastle:bcprov-jdk18on on the class path, "
                            + "or the faster fr.acinq.secp256k1:secp256k1-kmp-jni-jvm; add one of them to your build",
                    e);
        }
    }
}
