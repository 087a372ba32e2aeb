package dev.openvenue.core.signing;

import java.math.BigInteger;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * Signs with secp256k1 in pure Java: ECDSA with the nonce of RFC 6979 and low s. Written from Bouncy Castle's
 * primitives because its own signer discards R, and recomputing the recovery id would cost more than signing. Not
 * constant time: where an attacker can measure this process closely, use acinq's library.
 */
final class BouncyCastleSecp256k1 implements UnaryOperator<byte[]> {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final BigInteger N = CURVE.getN();

    private final BigInteger d;

    BouncyCastleSecp256k1(byte[] privateKey) {
        this.d = new BigInteger(1, privateKey);
    }

    @Override
    public byte[] apply(byte[] digest) {
        BigInteger e = new BigInteger(1, digest);
        HMacDSAKCalculator nonces = new HMacDSAKCalculator(new SHA256Digest());
        nonces.init(N, d, digest);
        while (true) {
            BigInteger k = nonces.nextK();
            ECPoint point =
                    new FixedPointCombMultiplier().multiply(CURVE.getG(), k).normalize();
            BigInteger r = point.getAffineXCoord().toBigInteger().mod(N);
            BigInteger s = k.modInverse(N).multiply(e.add(d.multiply(r))).mod(N);
            // A zero cannot be provoked; FIPS 186 requires the next nonce then.
            if (r.signum() != 0 && s.signum() != 0) {
                return encode(r, s, point.getAffineYCoord().testBitZero());
            }
        }
    }

    /** Of s and n - s, which are equally valid, the lower is sent; taking the other one mirrors R. */
    private static byte[] encode(BigInteger r, BigInteger s, boolean oddY) {
        boolean high = s.compareTo(N.shiftRight(1)) > 0;
        byte[] result = new byte[65];
        BigIntegers.asUnsignedByteArray(r, result, 0, 32);
        BigIntegers.asUnsignedByteArray(high ? N.subtract(s) : s, result, 32, 32);
        result[64] = (byte) (oddY ^ high ? 1 : 0);
        return result;
    }
}
