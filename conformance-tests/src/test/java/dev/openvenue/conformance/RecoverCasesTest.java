package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * Signatures that a venue published recover the address that it published with them. This proves the signing rule
 * without the SDK's own code.
 */
final class RecoverCasesTest {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");

    @TestFactory
    Stream<DynamicContainer> publishedSignaturesRecoverThePublishedAddress() {
        return Case.tests(
                "recover",
                "address",
                test -> assertThat(recover(test.file("canonical.txt"), test.text("signature")))
                        .isEqualToIgnoringCase(test.text("address")));
    }

    /** The address whose key signed a text by EIP-191. */
    private static String recover(String text, String signature) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] prefix = ("\u0019Ethereum Signed Message:\n" + message.length).getBytes(StandardCharsets.UTF_8);
        byte[] digest = keccak(prefix, message);
        byte[] bytes = HexFormat.of().parseHex(signature.substring(2));
        BigInteger r = new BigInteger(1, Arrays.copyOfRange(bytes, 0, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64));
        byte parity = (byte) (bytes[64] - 27);
        byte[] compressed = new byte[33];
        compressed[0] = (byte) (2 + parity);
        System.arraycopy(bytes, 0, compressed, 1, 32);
        ECPoint point = CURVE.getCurve().decodePoint(compressed);
        BigInteger n = CURVE.getN();
        BigInteger inverse = r.modInverse(n);
        BigInteger e = new BigInteger(1, digest);
        ECPoint key = ECAlgorithms.sumOfTwoMultiplies(
                        CURVE.getG(),
                        n.subtract(e).multiply(inverse).mod(n),
                        point,
                        s.multiply(inverse).mod(n))
                .normalize();
        byte[] encoded = key.getEncoded(false);
        byte[] hash = keccak(Arrays.copyOfRange(encoded, 1, encoded.length));
        return "0x" + HexFormat.of().formatHex(hash, 12, 32);
    }

    private static byte[] keccak(byte[]... parts) {
        KeccakDigest keccak = new KeccakDigest(256);
        for (byte[] part : parts) {
            keccak.update(part, 0, part.length);
        }
        byte[] hash = new byte[32];
        keccak.doFinal(hash, 0);
        return hash;
    }
}
