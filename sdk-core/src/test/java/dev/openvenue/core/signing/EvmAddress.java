package dev.openvenue.core.signing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;

/** Recovers who signed, from textbook ECDSA (SEC 1, section 4.1.6) and EIP-191; shares no code with the signer. */
final class EvmAddress {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");

    private EvmAddress() {}

    /** The address, in lower case, whose key made the {@code personal_sign} signature of the text. */
    static String recover(String text, String signature) {
        byte[] bytes = HexFormat.of().parseHex(signature.substring(2));
        BigInteger r = new BigInteger(signature.substring(2, 66), 16);
        BigInteger s = new BigInteger(signature.substring(66, 130), 16);
        byte[] compressed = new byte[33];
        compressed[0] = (byte) (bytes[64] == 27 ? 2 : 3);
        System.arraycopy(bytes, 0, compressed, 1, 32);
        ECPoint point = CURVE.getCurve().decodePoint(compressed);
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] prefix = ("\u0019Ethereum Signed Message:\n" + message.length).getBytes(StandardCharsets.UTF_8);
        BigInteger e = new BigInteger(1, keccak(prefix, message));
        ECPoint q = point.multiply(s)
                .subtract(CURVE.getG().multiply(e))
                .multiply(r.modInverse(CURVE.getN()))
                .normalize();
        byte[] hash =
                keccak(q.getAffineXCoord().getEncoded(), q.getAffineYCoord().getEncoded());
        return "0x" + HexFormat.of().formatHex(hash, 12, 32);
    }

    private static byte[] keccak(byte[]... parts) {
        KeccakDigest digest = new KeccakDigest(256);
        for (byte[] part : parts) {
            digest.update(part, 0, part.length);
        }
        byte[] hash = new byte[32];
        digest.doFinal(hash, 0);
        return hash;
    }
}
