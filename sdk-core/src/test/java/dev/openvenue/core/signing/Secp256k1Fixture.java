package dev.openvenue.core.signing;

import dev.openvenue.core.signing.SigningKey.Algorithm;

/** Keys that sign with one given library, where {@link SigningKeys#secp256k1} chooses; for comparing the two. */
public final class Secp256k1Fixture {
    private Secp256k1Fixture() {}

    public static SigningKey bouncyCastle(byte[] privateKey) {
        return SigningKey.of(Algorithm.SECP256K1, new BouncyCastleSecp256k1(privateKey));
    }

    public static SigningKey nativeLibrary(byte[] privateKey) {
        return SigningKey.of(Algorithm.SECP256K1, new NativeSecp256k1(privateKey));
    }
}
