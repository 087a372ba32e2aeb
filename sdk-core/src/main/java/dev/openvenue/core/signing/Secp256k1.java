package dev.openvenue.core.signing;

import java.util.function.UnaryOperator;

/**
 * Chooses the secp256k1 implementation: acinq's binding of libsecp256k1 if it is present and loads, else Bouncy Castle.
 */
final class Secp256k1 {
    private Secp256k1() {}

    /**
     * A function from a 32-byte digest to r, s and the recovery id, in 65 bytes. Both libraries return the same bytes.
     * Both are optional, so each is used in a class of its own that is loaded only here.
     */
    static UnaryOperator<byte[]> signer(byte[] privateKey) {
        try {
            return new NativeSecp256k1(privateKey);
        } catch (LinkageError e) {
            // Its classes are absent, or there is no native library for this platform.
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
