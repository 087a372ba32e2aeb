package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.cli.TestEnvironment.Result;
import org.junit.jupiter.api.Test;

/** The signatures are those of the signing cases in the specs, which were computed by other programs. */
final class SignCommandTest {
    private final TestEnvironment environment = new TestEnvironment();

    @Test
    void theSignedTextAndTheSignedRequestAreShown() {
        String body = "{\"symbol\":\"BTCUSDT\",\"batchMode\":\"single\","
                + "\"orderList\":[{\"orderId\":\"121211212122\"},{\"orderId\":\"121211212123\"}]}";

        Result result = environment
                .variable("OPENVENUE_BITGET_API_KEY", "invented-key")
                .variable("OPENVENUE_BITGET_PASSPHRASE", "inventedpass1")
                .variable("OPENVENUE_BITGET_SECRET", "bitget-docs-vector-secret")
                .run(
                        "sign",
                        "--venue",
                        "bitget",
                        "--time",
                        "1659076670000",
                        "cancelOrders",
                        "symbol=BTCUSDT",
                        "batchMode=single",
                        "orderList=[{\"orderId\":\"121211212122\"},{\"orderId\":\"121211212123\"}]");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("""
                live api.bitget.com (not sent)  signed text:
                live api.bitget.com (not sent)    1659076670000POST/api/v2/spot/trade/batch-cancel-order%s
                live api.bitget.com (not sent)  signed request:
                live api.bitget.com (not sent)    POST /api/v2/spot/trade/batch-cancel-order
                live api.bitget.com (not sent)    Content-Type: application/json
                live api.bitget.com (not sent)    ACCESS-KEY: <api-key>
                live api.bitget.com (not sent)    ACCESS-SIGN: mxJ9G1Rk+pAajjvE1IasdE5Huuf3DWpmUP8QfnLbMZc=
                live api.bitget.com (not sent)    ACCESS-TIMESTAMP: 1659076670000
                live api.bitget.com (not sent)    ACCESS-PASSPHRASE: <passphrase>
                live api.bitget.com (not sent)
                live api.bitget.com (not sent)    %s
                """.formatted(body, body));
    }

    @Test
    void theTimeMayBeWrittenOut() {
        Result result = environment
                .variable("OPENVENUE_HTX_API_KEY", "access")
                .variable("OPENVENUE_HTX_SECRET", "secret")
                .run(
                        "sign",
                        "--venue",
                        "htx",
                        "--time",
                        "2019-11-21T10:00:00Z",
                        "cancelOrders",
                        "client-order-ids=[\"12345\",\"123456\"]");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("(not sent)    AccessKeyId=<api-key>&SignatureMethod=HmacSHA256&SignatureVersion=2"
                        + "&Timestamp=2019-11-21T10%3A00%3A00\n")
                .contains("&Signature=9yf9%2B1LJD8Bv0r1iDtdZJ9dDiW6LKmryEYi7%2BEtOEE4%3D\n");
    }

    @Test
    void aPrivateKeyComesAsPem() {
        Result result = environment
                .variable("OPENVENUE_HTX_API_KEY", "access")
                .variable("OPENVENUE_HTX_KEY_TYPE", "ed25519")
                .variable("OPENVENUE_HTX_PRIVATE_KEY", """
                        -----BEGIN PRIVATE KEY-----
                        MC4CAQAwBQYDK2VwBCIEIAL+uVukqTU8NBUHoi5BzPvnPsJaJ2caYCfGY2rS4xg3
                        -----END PRIVATE KEY-----
                        """)
                .run(
                        "sign",
                        "--venue",
                        "htx",
                        "--time",
                        "1574330400000",
                        "cancelOrders",
                        "order-ids=[\"357631450723117\",\"357631450723118\"]");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("&Signature=8nO9s6q6rpM8LD%2FAGZW%2FoikhOYOsGfT0pdgjQPpwEiF0H2FfYMWIOg2700Nm5cTn"
                        + "%2FK81vkngvE4cqpe%2BfST0BA%3D%3D\n");
    }

    @Test
    void aPublicOperationHasNoSignature() {
        assertRejected("getServerTime of Bitget is public; it is sent without a signature", "getServerTime");
    }

    @Test
    void anUnknownOperationIsRejectedWithThoseThatAreSpelledAlike() {
        assertRejected("Bitget has no operation 'listOpenOrdrs'; did you mean listOpenOrders?", "listOpenOrdrs");
    }

    @Test
    void anArgumentThatBreaksTheSpecIsRejected() {
        assertRejected(
                "live api.bitget.com: limit is 101, above the maximum of 100 that Bitget allows for listOpenOrders;"
                        + " nothing was sent",
                "listOpenOrders",
                "limit=101");
    }

    @Test
    void brokenJsonIsRejected() {
        assertRejected(
                "The argument orderList looks like JSON, but it is not JSON: End of input",
                "cancelOrders",
                "orderList=[1");
    }

    @Test
    void anArgumentNeedsAName() {
        assertRejected("'BTCUSDT' is not an argument; write name=value", "cancelOrders", "BTCUSDT");
    }

    @Test
    void aTimeMustBeATime() {
        assertRejected(
                "--time is 'noon'; write it as 2026-11-21T00:00:00Z or in epoch milliseconds",
                "listOpenOrders",
                "--time",
                "noon");
    }

    private void assertRejected(String message, String... args) {
        String[] all = new String[args.length + 3];
        System.arraycopy(new String[] {"sign", "--venue", "bitget"}, 0, all, 0, 3);
        System.arraycopy(args, 0, all, 3, args.length);

        Result result = environment
                .variable("OPENVENUE_BITGET_API_KEY", "invented-key")
                .variable("OPENVENUE_BITGET_SECRET", "invented-secret")
                .run(all);

        assertThat(result.err()).isEqualTo("openvenue sign: " + message + "\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(1);
    }
}
