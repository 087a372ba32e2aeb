package dev.openvenue.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.core.signing.BitgetSigner;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.HtxSigner;
import dev.openvenue.core.signing.RequestSigner;
import dev.openvenue.core.signing.SatoriSigner;
import dev.openvenue.core.signing.Secp256k1Fixture;
import dev.openvenue.core.signing.SignedRequest;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.core.signing.XtSigner;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Signing one placed order at each venue, from request to signed request, beside what any implementation must do: one
 * HMAC-SHA256 over a text of that length, in Base64.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1) // Elliptic curves are much code to compile.
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SigningBenchmark {
    private static final String SECRET = "invented-secret";
    private static final byte[] WALLET =
            HexFormat.of().parseHex("00000000000000000000000000000000000000000000000000000000000beef1");
    private static final Instant NOW = Instant.ofEpochMilli(1725696393685L);
    private static final String ORDER = "clientOrderId=1725696393685&isLong=true&isMarket=false&lever=20&matchType=2"
            + "&pairName=ETH-USD&positionType=3&price=3100&quantity=0.02";
    private static final String JSON_ORDER = """
            {"symbol":"BTCUSDT","side":"buy","orderType":"limit","force":"gtc","price":"23222.5","size":"1",\
            "clientOid":"121211212122"}""";

    private final Credentials hmac =
            Credentials.of("invented-key", "invented-passphrase", SigningKeys.hmacSha256(SECRET));
    private final Credentials bouncyCastle = Credentials.of("invented-key", Secp256k1Fixture.bouncyCastle(WALLET));
    private final Credentials nativeLibrary = Credentials.of("invented-key", Secp256k1Fixture.nativeLibrary(WALLET));
    private final RequestSigner xtSigner = new XtSigner();
    private final RequestSigner bitgetSigner = new BitgetSigner();
    private final RequestSigner htxSigner = new HtxSigner();
    private final RequestSigner satoriSigner = new SatoriSigner();
    private final Request form =
            post("https://venue.example/trade/api/v1/order", "application/x-www-form-urlencoded", ORDER);
    private final Request json =
            post("https://venue.example/api/v2/spot/trade/place-order", "application/json", JSON_ORDER);
    private final Request query = new Request.Builder()
            .url("https://venue.example/api/third/hot/order/create?" + ORDER)
            .post(RequestBody.EMPTY)
            .build();
    private final byte[] text = ("1725696393685POST/api/v2/spot/trade/place-order" + JSON_ORDER).getBytes(UTF_8);
    private final SecretKeySpec key = new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256");

    /** What nobody can leave out. */
    @Benchmark
    public String baselineMac() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        return Base64.getEncoder().encodeToString(mac.doFinal(text));
    }

    @Benchmark
    public SignedRequest xtHmac() {
        return xtSigner.sign(form, hmac, NOW);
    }

    @Benchmark
    public SignedRequest bitgetHmac() {
        return bitgetSigner.sign(json, hmac, NOW);
    }

    @Benchmark
    public SignedRequest htxHmac() {
        return htxSigner.sign(json, hmac, NOW);
    }

    @Benchmark
    public SignedRequest satoriHmac() {
        return satoriSigner.sign(query, hmac, NOW);
    }

    @Benchmark
    public SignedRequest satoriSecp256k1BouncyCastle() {
        return satoriSigner.sign(query, bouncyCastle, NOW);
    }

    @Benchmark
    public SignedRequest satoriSecp256k1Native() {
        return satoriSigner.sign(query, nativeLibrary, NOW);
    }

    private static Request post(String url, String type, String body) {
        return new Request.Builder()
                .url(url)
                .post(RequestBody.create(body.getBytes(UTF_8), MediaType.get(type)))
                .build();
    }
}
