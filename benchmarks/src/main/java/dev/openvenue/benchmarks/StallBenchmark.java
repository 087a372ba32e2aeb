package dev.openvenue.benchmarks;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.CancelOrderRequest;
import dev.openvenue.bitget.model.NewOrder;
import dev.openvenue.bitget.model.OrderSide;
import dev.openvenue.bitget.model.OrderType;
import dev.openvenue.bitget.model.PlaceOrdersRequest;
import dev.openvenue.bitget.model.TimeInForce;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.signing.SignedRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Requests that take more than one write: every POST over HTTP/2, and bodies of more than 8 KiB. Stock OkHttp leaves
 * Nagle's algorithm on, and then such a request waits for the server's delayed acknowledgement. It gets prepared bytes;
 * the SDK encodes, signs, sends and decodes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class StallBenchmark {
    private static final int LARGE = 9_000;
    private static final int ORDERS = 50;

    private final BitgetClient secureSdk = Clients.bitget()
            .baseUrl(Servers.secureVenue())
            .httpClient(SecureVenue.client(Servers.certificate()))
            .build();
    private final BitgetClient sdk = Clients.bitget().baseUrl(Servers.venue()).build();
    private final ByHand secureOkHttp = new ByHand(SecureVenue.client(Servers.certificate()), Servers.secureVenue());
    private final ByHand okHttp = new ByHand(new OkHttpClient(), Servers.venue());
    private final CancelOrderRequest cancel = CancelOrderRequest.builder()
            .symbol("BTCUSDT")
            .orderId(LocalVenue.ORDER_ID)
            .build();
    private final PlaceOrdersRequest orders = PlaceOrdersRequest.builder()
            .symbol("BTCUSDT")
            .orderList(Collections.nCopies(
                    ORDERS,
                    NewOrder.builder()
                            .side(OrderSide.BUY)
                            .orderType(OrderType.LIMIT)
                            .force(TimeInForce.GTC)
                            .price(new BigDecimal("23222.5"))
                            .size(BigDecimal.ONE)
                            .clientOid("a-client-order-id-of-a-grid-bot-12345678901234567890")
                            .presetTakeProfitPrice(new BigDecimal("25000"))
                            .presetStopLossPrice(new BigDecimal("20000"))
                            .build()))
            .build();
    private final Request preparedCancel = sign(secureSdk, secureSdk.trade().cancelOrder(cancel));
    private final Request preparedOrders = sign(sdk, sdk.trade().placeOrders(orders));

    private static Request sign(BitgetClient client, VenueCall<?> call) {
        SignedRequest signed = client.sign(call);
        return signed.request();
    }

    /** A request of one write would show nothing. */
    @Setup
    public void check() throws IOException {
        if (preparedOrders.body().contentLength() < LARGE) {
            throw new IllegalStateException(
                    "The large body has " + preparedOrders.body().contentLength() + " bytes");
        }
    }

    @TearDown
    public void close() {
        secureSdk.close();
        sdk.close();
        secureOkHttp.close();
        okHttp.close();
    }

    @Benchmark
    public Object http2Sdk() {
        return secureSdk.trade().cancelOrder(cancel).execute();
    }

    @Benchmark
    public byte[] http2OkHttp() throws IOException {
        return secureOkHttp.execute(preparedCancel);
    }

    @Benchmark
    public Object largeSdk() {
        return sdk.trade().placeOrders(orders).execute();
    }

    @Benchmark
    public byte[] largeOkHttp() throws IOException {
        return okHttp.execute(preparedOrders);
    }
}
