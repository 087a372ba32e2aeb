package dev.openvenue.simulator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.jspecify.annotations.Nullable;

/** Ethereum's signatures: addresses, {@code personal_sign}, and recovery of the signer. */
final class EthereumSignatures {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final BigInteger N = CURVE.getN();

    private EthereumSignatures() {}

    /** EIP-191, version 0x45: the digest of a text that wallets sign. */
    static byte[] personalDigest(byte[] text) {
        return personalDigest(text, text.length);
    }

    /** The digest with a length that may be wrong. */
    static byte[] personalDigest(byte[] text, int length) {
        byte[] prefix = ("\u0019Ethereum Signed Message:\n" + length).getBytes(StandardCharsets.UTF_8);
        byte[] whole = Arrays.copyOf(prefix, prefix.length + text.length);
        System.arraycopy(text, 0, whole, prefix.length, text.length);
        return keccak(whole);
    }

    static String address(BigInteger privateKey) {
        return address(new FixedPointCombMultiplier().multiply(CURVE.getG(), privateKey));
    }

    /** Signs a digest with the nonce of RFC 6979: r, low s, and 0 or 1 for the parity of R.y. */
    static byte[] sign(BigInteger privateKey, byte[] digest) {
        HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SHA256Digest());
        nonces.init(N, privateKey, digest);
        while (true) {
            BigInteger k = nonces.nextK();
            ECPoint point =
                    new FixedPointCombMultiplier().multiply(CURVE.getG(), k).normalize();
            BigInteger r = point.getAffineXCoord().toBigInteger().mod(N);
            BigInteger s = k.modInverse(N)
                    .multiply(new BigInteger(1, digest).add(privateKey.multiply(r)))
                    .mod(N);
            if (r.signum() == 0 || s.signum() == 0) {
                continue;
            }
            boolean odd = point.getAffineYCoord().testBitZero();
            boolean high = s.compareTo(N.shiftRight(1)) > 0;
            byte[] signature = new byte[65];
            copy(r, signature, 0);
            copy(high ? N.subtract(s) : s, signature, 32);
            signature[64] = (byte) (odd == high ? 0 : 1);
            return signature;
        }
    }

    /** The address whose key made a signature of r, s, and 27 or 28; null if no key can have made it. */
    static @Nullable String signer(byte[] digest, byte[] signature) {
        if (signature.length != 65 || (signature[64] != 27 && signature[64] != 28)) {
            return null;
        }
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(signature, 0, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
        if (r.signum() == 0 || s.signum() == 0 || r.compareTo(N) >= 0 || s.compareTo(N) >= 0) {
            return null;
        }
        byte[] compressed = new byte[33];
        compressed[0] = (byte) (signature[64] == 27 ? 2 : 3);
        copy(r, compressed, 1);
        ECPoint point;
        try {
            point = CURVE.getCurve().decodePoint(compressed);
        } catch (IllegalArgumentException e) {
            // No point of the curve has this x-coordinate, so no key made this signature.
            return null;
        }
        BigInteger inverse = r.modInverse(N);
        BigInteger ofBase = new BigInteger(1, digest).negate().multiply(inverse).mod(N);
        ECPoint key = ECAlgorithms.sumOfTwoMultiplies(
                CURVE.getG(), ofBase, point, s.multiply(inverse).mod(N));
        return key.isInfinity() ? null : address(key);
    }

    static BigInteger order() {
        return N;
    }

    private static String address(ECPoint publicKey) {
        byte[] encoded = publicKey.getEncoded(false);
        byte[] hash = keccak(Arrays.copyOfRange(encoded, 1, encoded.length));
        return "0x" + HexFormat.of().formatHex(hash, 12, 32);
    }

    static byte[] keccak(byte[] input) {
        KeccakDigest keccak = new KeccakDigest(256);
        keccak.update(input, 0, input.length);
        byte[] hash = new byte[32];
        keccak.doFinal(hash, 0);
        return hash;
    }

    private static void copy(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, into, at + 32 - length, length);
    }
}
