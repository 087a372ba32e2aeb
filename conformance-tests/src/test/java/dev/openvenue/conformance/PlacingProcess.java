package dev.openvenue.conformance;

import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.htx.HtxClient;
import dev.openvenue.htx.model.OrderSideAndType;
import dev.openvenue.htx.model.OrderSource;
import dev.openvenue.htx.model.PlaceOrderRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A program of its own that places orders at HTX as fast as its limits let it, which it shares by Redis; run by
 * {@link TwoProcessesTest}. It says when it is ready, begins at a line of input, goes on for so many seconds, and
 * prints how many orders it placed, and by how many milliseconds it stalled at worst. Arguments: Redis, seconds. Where
 * the venue is and the secret come by environment, as secrets should.
 */
final class PlacingProcess {
    static final String BASE_URL = "OPENVENUE_BASE_URL";
    static final String SECRET = "OPENVENUE_SECRET";
    static final String API_KEY = "invented-sharing-key";
    private static final int THREADS = 4;
    private static final PlaceOrderRequest ORDER = PlaceOrderRequest.builder()
            .accountId("10000001")
            .symbol("btcusdt")
            .type(OrderSideAndType.BUY_LIMIT)
            .amount(new BigDecimal("0.01"))
            .price(new BigDecimal("10000"))
            .source(OrderSource.SPOT_API)
            .build();

    private PlacingProcess() {}

    public static void main(String[] args) throws IOException {
        Credentials credentials = Credentials.of(API_KEY, SigningKeys.hmacSha256(System.getenv(SECRET)));
        try (Stalls stalls = Stalls.watch();
                ReadmeExamples.SharedLimits shared = ReadmeExamples.sharedLimits(args[0], credentials);
                HtxClient client = HtxClient.builder()
                        .baseUrl(System.getenv(BASE_URL))
                        .credentials(credentials)
                        .rateLimits(shared.limits())
                        .build()) {
            // Classes are loaded and the connection is open before it counts; reading counts against another limit.
            client.trade().listOpenOrders().execute();
            System.out.println("ready");
            int unused = System.in.read();
            long end = System.nanoTime()
                    + Duration.ofSeconds(Integer.parseInt(args[1])).toNanos();
            List<CompletableFuture<Integer>> counts = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> placeUntil(end, client), task -> new Thread(task).start()))
                    .limit(THREADS)
                    .toList();
            int placed = counts.stream().mapToInt(CompletableFuture::join).sum();
            System.out.println(placed + " " + stalls.longest().toMillis());
        }
    }

    /** What the venue rejects the SDK retries after a pause; that it never had to is for the venue to say. */
    private static int placeUntil(long end, HtxClient client) {
        int placed = 0;
        while (end - System.nanoTime() > 0) {
            client.trade().placeOrder(ORDER).execute();
            placed++;
        }
        return placed;
    }
}
