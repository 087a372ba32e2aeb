package dev.openvenue.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Against the fact sheet's vectors for a throw-away key, which other implementations computed. */
final class EthereumSignaturesTest {
    private static final BigInteger KEY = new BigInteger("46".repeat(32), 16);
    private static final String TEXT = "symbol=USD&timestamp=1725867599415";
    private static final String DIGEST = "8ac1f3c595b5d5bd6150f3d8307ffce5f80e93b8446da527fb75a39204e8b0ea";
    private static final String R_AND_S = "1a687714a6369d873caf636904e0ce0e4cf6d5b2d8de21c04d57d9f16229d230"
            + "7c2212fee7a0d65bb2f4f25681884e6f0557669a38b7a6a4138ed9e7e151d9ae";

    @Test
    void addressFollowsFromTheKey() {
        assertThat(EthereumSignatures.address(KEY)).isEqualTo("0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f");
    }

    @Test
    void digestHasThePrefixOfPersonalSign() {
        assertThat(HexFormat.of().formatHex(EthereumSignatures.personalDigest(TEXT.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(DIGEST);
    }

    @Test
    void signatureIsDeterministicWithALowS() {
        byte[] signature = EthereumSignatures.sign(KEY, HexFormat.of().parseHex(DIGEST));
        assertThat(HexFormat.of().formatHex(signature)).isEqualTo(R_AND_S + "01");
    }

    @Test
    void signerIsRecovered() {
        byte[] signature = HexFormat.of().parseHex(R_AND_S + "1c");
        assertThat(EthereumSignatures.signer(HexFormat.of().parseHex(DIGEST), signature))
                .isEqualTo("0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f");
    }

    @Test
    void signatureThatNobodyCanHaveMadeHasNoSigner() {
        byte[] digest = HexFormat.of().parseHex(DIGEST);
        assertThat(EthereumSignatures.signer(digest, HexFormat.of().parseHex(R_AND_S + "01")))
                .isNull();
        assertThat(EthereumSignatures.signer(digest, new byte[64])).isNull();
        assertThat(EthereumSignatures.signer(digest, HexFormat.of().parseHex("00".repeat(64) + "1b")))
                .isNull();
    }
}
