package dev.openvenue.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.CancelOrderRequest;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole signed call to a server on this machine: a cancel at Bitget through the SDK beside one written by hand on
 * OkHttp, which has neither deadline nor retries, reads no error and checks nothing. Without rate limits, which would
 * wait.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
// The JDK's server would let Nagle's algorithm hold its responses back for 40 ms.
@Fork(value = 2, jvmArgsAppend = "-Dsun.net.httpserver.nodelay=true")
public class CallBenchmark {
    private static final String SECRET = "invented-secret";
    private static final String ORDER_ID = "121211212122";
    private static final MediaType JSON = MediaType.get("application/json");
    private static final byte[] RESPONSE = ("{\"code\":\"00000\",\"msg\":\"success\",\"requestTime\":1234567891234,"
                    + "\"data\":{\"orderId\":\"" + ORDER_ID + "\",\"clientOid\":\"xx001\"}}")
            .getBytes(UTF_8);

    private final LocalVenue venue = new LocalVenue(RESPONSE);
    private final OkHttpClient bare = new OkHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final SecretKeySpec key = new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256");
    private final BitgetClient sdk = BitgetClient.builder()
            .baseUrl(venue.url())
            .credentials(Credentials.of("invented-key", "invented-passphrase", SigningKeys.hmacSha256(SECRET)))
            .rateLimits(RateLimits.none())
            .build();

    @TearDown
    public void close() {
        sdk.close();
        bare.dispatcher().executorService().shutdown();
        bare.connectionPool().evictAll();
        venue.close();
    }

    @Benchmark
    public Object sdk() {
        return sdk.trade()
                .cancelOrder(CancelOrderRequest.builder()
                        .symbol("BTCUSDT")
                        .orderId(ORDER_ID)
                        .build())
                .execute();
    }

    @Benchmark
    public JsonNode baselineOkHttp() throws IOException, GeneralSecurityException {
        String path = "/api/v2/spot/trade/cancel-order";
        String body = "{\"symbol\":\"BTCUSDT\",\"orderId\":\"" + ORDER_ID + "\"}";
        String timestamp = Long.toString(System.currentTimeMillis());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        byte[] signature = mac.doFinal((timestamp + "POST" + path + body).getBytes(UTF_8));
        Request request = new Request.Builder()
                .url(venue.url() + path)
                .post(RequestBody.create(body.getBytes(UTF_8), JSON))
                .header("ACCESS-KEY", "invented-key")
                .header("ACCESS-SIGN", Base64.getEncoder().encodeToString(signature))
                .header("ACCESS-TIMESTAMP", timestamp)
                .header("ACCESS-PASSPHRASE", "invented-passphrase")
                .build();
        try (Response response = bare.newCall(request).execute()) {
            return mapper.readTree(response.body().bytes()).get("data");
        }
    }
}
