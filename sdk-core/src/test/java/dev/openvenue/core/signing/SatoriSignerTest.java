package dev.openvenue.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expectations: signatures that the venue published, web3 libraries with a key of our own, OpenSSL, and Python's hmac.
 */
final class SatoriSignerTest {
    private static final String API = "https://zk-test.satori.finance/api/third/";
    private static final SigningKey WALLET = SigningKeys.secp256k1("46".repeat(32));
    private static final SigningKey HMAC = SigningKeys.hmacSha256("example-secret");

    @Test
    void walletSignsTheQueryOfAPost() {
        Request request =
                Requests.postNothing(API + "order/batchCancelEntrust?entrustIds=180554928,180554929,180554930");

        SignedRequest signed = sign(request, WALLET, 1725865024825L);

        assertThat(signed.canonicalText())
                .isEqualTo("entrustIds=180554928,180554929,180554930&timestamp=1725865024825");
        assertThat(signed.request().url().encodedQuery())
                .isEqualTo("entrustIds=180554928,180554929,180554930&timestamp=1725865024825");
        assertThat(signed.request().header("APIKEY")).isEqualTo("st_invented");
        assertThat(signed.request().header("X-SAPI-SIGN-TYPE")).isEqualTo("2");
        assertThat(signed.request().header("signature"))
                .isEqualTo("0x71ec3a6d93b50d50a959e8dfd29653c1e71be56d81258376c24a585503d771eb"
                        + "4c4fc08b4b875e6fca8691373f6109e08228c8a3a205bee62b9ea6ede542247b1b");
        assertThat(Requests.body(signed.request())).isEmpty();
        assertThat(signed.request().body().contentType()).hasToString("text/plain");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order/batchCancelEntrust?entrustIds=180554928,180554929,180554930 | 1725865024825 | entrustIds=180554928,180554929,180554930&timestamp=1725865024825 | 0xb431bdc9b2bdd65c37b2eb2dcb337f7f31118933e8a4bdf0dd85825163c98cb36e3eb0fb180fc671388e7225617f1f45b32a7717e12a40fa2c9f3f3893e75a351c
            order/cancelEntrust?entrustId=178790278 | 1725696896942 | entrustId=178790278&timestamp=1725696896942 | 0xf46a4e6efdbc7316d4c31901e12dfff2f156d3c11346fe1f5f2069994be39415746b8fef594a5b93c40c8a50f04986259605635910cac00578fec47629ccf97d1c
            hot/order/create?pairName=ETH-USD&clientOrderId=1725693490018&price=3100&lever=20&isLong=True&isMarket=True&positionType=3&quantity=0.02&matchType=2 | 1725693490018 | clientOrderId=1725693490018&isLong=True&isMarket=True&lever=20&matchType=2&pairName=ETH-USD&positionType=3&price=3100&quantity=0.02&timestamp=1725693490018 | 0x7c8e2c2e5bfdd29f217e9bf1de4270c4c4aebe85ab09864cf3bef3bcf6f520d70b9e5c251280a2defe77cd5f3d6b64d938906317303a96955d8e3830af9ea03c1c
            hot/order/balance?symbol=USD | 1725867599415 | symbol=USD&timestamp=1725867599415 | 0xb89ebe4ad4aabdb7a01e5ad190b341ebc42a011dd416cfc7b4b8ee381eb124ce0147e01a0944afa44e99afd9636b857f30f595478bb665b3a2982b9d94bcc3ef1b
            order/selectContractCurrentEntrustList?pairName=ETH-USD&pageNo=1&pageSize=2 | 1725867816041 | pageNo=1&pageSize=2&pairName=ETH-USD&timestamp=1725867816041 | 0xca57766c2e5cece1671b65bd2409a2dffa685781a7987b3a8eef2a95e25709d938135836810eb05976528abd8706a495170a738e36b1c25ee792b6493f1873751b
            order/selectContractMatchPairList?pairName=ETH-USD&matchId=19864367&pageNo=1&pageSize=2 | 1725868174532 | matchId=19864367&pageNo=1&pageSize=2&pairName=ETH-USD&timestamp=1725868174532 | 0x438e6ca43d3dd371f5c7dde98d967bb9d7949f82d19496513e085d7e3b55d26f75d7269ae7ece951fd9672b2a8b70ec298ab155f63e364c951d2c6a58bd5be7f1b
            """)
    void venuesPublishedSignaturesAreOverTheTextThatWeSign(
            String path, long millis, String canonical, String published) {
        SignedRequest signed = sign(Requests.postNothing(API + path), WALLET, millis);

        assertThat(signed.canonicalText()).isEqualTo(canonical);
        assertThat(EvmAddress.recover(signed.canonicalText(), published))
                .isEqualTo("0x134ef0cfabebf9c70eae631254a6b4736f9b8508");
        assertThat(EvmAddress.recover(signed.canonicalText(), signed.request().header("signature")))
                .isEqualTo("0x9d8a62f656a8d1615c1294fd71e9cfb3e4855a4f");
    }

    @Test
    void venuesPublishedSignatureOfABodyIsOverTheBytesThatWeSend() {
        String orders = """
                {"orders":[{"clientOrderId":"1725696393685","isLong":true,"isMarket":true,"lever":20,"matchType":2,\
                "pairName":"ETH-USD","positionType":3,"price":"3100","quantity":"0.02"},\
                {"clientOrderId":"1725696393685","isLong":false,"isMarket":false,"lever":1,"matchType":1,\
                "pairName":"ETH-USD","positionType":3,"price":"3500","quantity":"0.02"},\
                {"clientOrderId":"1725696393685","isLong":false,"isMarket":false,"lever":1,"matchType":1,\
                "pairName":"ETH-USD","positionType":3,"price":"3500","quantity":"0.02"}]""";

        SignedRequest signed =
                sign(Requests.postJson(API + "hot/order/batchCreate", orders + "}"), WALLET, 1725696393685L);

        assertThat(signed.canonicalText()).isEqualTo(orders + ",\"timestamp\":\"1725696393685\"}");
        assertThat(Requests.body(signed.request())).isEqualTo(signed.canonicalText());
        assertThat(signed.request().body().contentType()).hasToString("application/json; charset=UTF-8");
        assertThat(signed.request().url()).hasToString(API + "hot/order/batchCreate");
        assertThat(EvmAddress.recover(
                        Requests.body(signed.request()),
                        "0x89d41d5762b114bfc2a698f1af59f622e93249a3228dfef07970f7d975e919fb"
                                + "12c339db8f628252773d00aa68b10732ffd45424976950e47db0da874bc7cc6a1b"))
                .isEqualTo("0x134ef0cfabebf9c70eae631254a6b4736f9b8508");
    }

    @Test
    void walletSignsTheBody() {
        String body = """
                {"orders":[{"clientOrderId":"a-1","isLong":true,"isMarket":false,"lever":1,"matchType":1,\
                "pairName":"ETH-USD","positionType":3,"price":"2000","quantity":"0.02"}]}""";

        SignedRequest signed = sign(Requests.postJson(API + "hot/order/batchCreate", body), WALLET, 1725696393685L);

        assertThat(signed.request().header("signature"))
                .isEqualTo("0x9f20ce2569766440ec805efd493963bd96f788f49cdc9ebfbda57f6b0301646c"
                        + "484440e053d8c815f1ca1ed7efddb7d0f88707883f5e9a09d8641341a6fa228b1c");
    }

    @Test
    void secretSignsAsTypeOne() {
        Request request =
                Requests.postNothing(API + "order/batchCancelEntrust?entrustIds=180554928,180554929,180554930");

        Request signed = sign(request, HMAC, 1725865024825L).request();

        assertThat(signed.header("X-SAPI-SIGN-TYPE")).isEqualTo("1");
        assertThat(signed.header("signature"))
                .isEqualTo("97c27a3e8cab568655365a07d3499f28b2173cc7c364628dabbb175ba5f04806");
    }

    @Test
    void ed25519KeySignsAsTypeThree() {
        Request request =
                Requests.postNothing(API + "order/batchCancelEntrust?entrustIds=180554928,180554929,180554930");

        Request signed = sign(request, SigningKeys.ed25519Pem(ThrowAwayKeys.ED25519), 1725865024825L)
                .request();

        assertThat(signed.header("X-SAPI-SIGN-TYPE")).isEqualTo("3");
        assertThat(signed.header("signature"))
                .isEqualTo("yuo8z1yh9thx1EQMIp/l1FIP7me41q8diR3t5TJx4kI0eaFK1CPj4gpTLZB1IrCeYD8DWSzYDBzJ/ymtECW/BQ==");
    }

    @Test
    void rsaKeySignsAsTypeThree() {
        Request request =
                Requests.postNothing(API + "order/batchCancelEntrust?entrustIds=180554928,180554929,180554930");

        Request signed = sign(request, SigningKeys.rsaPem(ThrowAwayKeys.RSA), 1725865024825L)
                .request();

        assertThat(signed.header("X-SAPI-SIGN-TYPE")).isEqualTo("3");
        assertThat(signed.header("signature"))
                .isEqualTo("R55ZL7pEIwBFhUmiqPnCxTFmabLKFvZA0WSvAnaZEoOrZcbAa5qdS7TquOn+dxdT78tjYfZV+LsSBz8Go57rf8YB"
                        + "ZBNty49lD2/ieNf5HSFLc69R/jPyW36UnKe0jFo7jH6yIjNEO0pxUZalsYigb9IfFAPwFYmUhhG8ernKVFvNziq+"
                        + "vq9HC5roge5sysUFxzbKaNgF4tpJRBmFRPerQHzzlq2Qk5+6GZXaAal7UkHdsA3+aosHGfbq9tjB1nZx5QoKvn1r"
                        + "hwcMGGRFeiDX4DDBDjr4/vh030zIIjQqdLyZJZVGoQllGXdW8Ra5OIEkMzQ2+K8qD+LGeYd9xCUMqw==");
    }

    @Test
    void valuesAreSignedDecodedAndSentEncodedButForCommas() {
        Request request =
                Requests.postNothing(API + "hot/order/balance?symbol=USD&clientOrderId=a%20b%2Bc%26d%3D%C3%A9%25,%23");

        SignedRequest signed = sign(request, HMAC, 1725867599415L);

        assertThat(signed.canonicalText()).isEqualTo("clientOrderId=a b+c&d=é%,#&symbol=USD&timestamp=1725867599415");
        assertThat(signed.request().url().encodedQuery())
                .isEqualTo("clientOrderId=a%20b%2Bc%26d%3D%C3%A9%25,%23&symbol=USD&timestamp=1725867599415");
        assertThat(signed.request().header("signature"))
                .isEqualTo("73e6354b20bb779dbe3ae8ceafeea41a96c1038722a581868b3343ee26c9ac4a");
    }

    @Test
    void getIsSignedInItsQuery() {
        SignedRequest signed = sign(Requests.get(API + "hot/order/balance?symbol=USD"), HMAC, 1725867599415L);

        assertThat(signed.request().method()).isEqualTo("GET");
        assertThat(signed.canonicalText()).isEqualTo("symbol=USD&timestamp=1725867599415");
        assertThat(signed.request().header("signature"))
                .isEqualTo("2f2c7c9ee491ffd63fee3adea0df0757f294bceaff5aa438218c831fe373d56a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                           | {"timestamp":"1725696393685"}                                                     | 63f2ed687c2714002dd16843874274191dedd9610b94884f0d0398b786881539
            {"timestamp":"1","a":1}                                      | {"a":1,"timestamp":"1725696393685"}                                               | 79f21c557de4b1a885a653b1f78f25813632f296715cf50115d783e92d2d0d7a
            {"orders":[{"timestamp":"7","price":1.10}],"big":1E5}        | {"orders":[{"timestamp":"7","price":1.10}],"big":1E5,"timestamp":"1725696393685"} | 9a22e9d3fff775ae6c770ec3c13f3e63b64c1f1da8ef838756c12c529fcb8065
            """)
    void timestampBecomesTheLastMemberAndNothingElseChanges(String body, String canonical, String signature) {
        SignedRequest signed = sign(Requests.postJson(API + "hot/order/batchCreate", body), HMAC, 1725696393685L);

        assertThat(signed.canonicalText()).isEqualTo(canonical);
        assertThat(Requests.body(signed.request())).isEqualTo(canonical);
        assertThat(signed.request().header("signature")).isEqualTo(signature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "{\"a\":1}{}", "a=1", "{\"a\":"})
    void bodyThatIsNoObjectIsRejected(String body) {
        assertThatThrownBy(() -> sign(Requests.postJson(API + "hot/order/batchCreate", body), HMAC, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The body is not a JSON object, so no timestamp can be added to sign it");
    }

    @Test
    void queryBesideABodyIsRejected() {
        assertThatThrownBy(() -> sign(Requests.postJson(API + "hot/order/batchCreate?pairName=ETH-USD", "{}"), HMAC, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Satori signs only the body of this request, so its query would travel unsigned; "
                        + "move [pairName] into the body");
    }

    @Test
    void timestampAndHeadersOfAnEarlierSignatureAreReplaced() {
        Request query = Requests.postNothing(API + "order/cancelEntrust?entrustId=178790278");
        Request body = Requests.postJson(API + "hot/order/batchCreate", "{\"orders\":[]}");

        Request queryAgain = sign(sign(query, WALLET, 1).request(), HMAC, 2).request();
        Request bodyAgain = sign(sign(body, WALLET, 1).request(), HMAC, 2).request();

        assertThat(queryAgain.url()).isEqualTo(sign(query, HMAC, 2).request().url());
        assertThat(queryAgain.headers())
                .isEqualTo(sign(query, HMAC, 2).request().headers());
        assertThat(Requests.body(bodyAgain)).isEqualTo("{\"orders\":[],\"timestamp\":\"2\"}");
        assertThat(bodyAgain.headers()).isEqualTo(sign(body, HMAC, 2).request().headers());
    }

    @Test
    void tagsAreKept() {
        Request query = Requests.postNothing(API + "order/cancelAll")
                .newBuilder()
                .tag(String.class, "invocation")
                .build();
        Request body = Requests.postJson(API + "hot/order/batchCreate", "{}")
                .newBuilder()
                .tag(String.class, "invocation")
                .build();

        assertThat(sign(query, HMAC, 0).request().tag(String.class)).isEqualTo("invocation");
        assertThat(sign(body, HMAC, 0).request().tag(String.class)).isEqualTo("invocation");
    }

    private static SignedRequest sign(Request request, SigningKey key, long millis) {
        return new SatoriSigner().sign(request, Credentials.of("st_invented", key), Instant.ofEpochMilli(millis));
    }
}
