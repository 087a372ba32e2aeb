package dev.openvenue.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.GetOrderRequest;
import dev.openvenue.bitget.model.HistoricalOrder;
import dev.openvenue.bitget.model.ListOrdersRequest;
import dev.openvenue.bitget.model.NewOrder;
import dev.openvenue.bitget.model.OpenOrder;
import dev.openvenue.bitget.model.Order;
import dev.openvenue.bitget.model.OrderIds;
import dev.openvenue.bitget.model.OrderSide;
import dev.openvenue.bitget.model.OrderStatus;
import dev.openvenue.bitget.model.OrderType;
import dev.openvenue.bitget.model.PlaceOrderRequest;
import dev.openvenue.bitget.model.TimeInForce;
import dev.openvenue.core.CallOptions;
import dev.openvenue.core.ListingCall;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelOutcome;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.cancel.VenueCancelReport;
import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.TransportException;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import dev.openvenue.core.place.PlaceOutcome;
import dev.openvenue.core.place.PlaceReport;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.htx.HtxClient;
import dev.openvenue.micrometer.VenueMetrics;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import retrofit2.Invocation;

/** The README's examples, word for word; {@link ReadmeTest} compares them and runs those that can run. */
@SuppressWarnings({"unused", "try"}) // They show what there is to use; the scope is only closed.
final class ReadmeExamples {
    private ReadmeExamples() {}

    static BitgetClient client(String apiKey, String passphrase, String secret) {
        // @formatter:off
        BitgetClient bitget = BitgetClient.builder()
                .credentials(Credentials.of(apiKey, passphrase, SigningKeys.hmacSha256(secret)))
                .build();
        // @formatter:on
        return bitget;
    }

    static OrderIds placeOrder(BitgetClient bitget, String clientOid) {
        // @formatter:off
        OrderIds placed = bitget.trade()
                .placeOrder(PlaceOrderRequest.builder()
                        .symbol("BTCUSDT").side(OrderSide.BUY).orderType(OrderType.LIMIT).force(TimeInForce.GTC)
                        .price(new BigDecimal("60000")).size(new BigDecimal("0.01"))
                        .clientOid(clientOid) // by it the SDK looks the order up after a lost response
                        .build())
                .execute();
        // @formatter:on
        return placed;
    }

    static void batchCancel(BitgetClient bitget, List<String> orderIds) {
        // @formatter:off
        List<OrderRef> orders = orderIds.stream().map(id -> OrderRef.byOrderId("BTCUSDT", id)).toList();
        CancelReport report = bitget.batchCancel().timeout(Duration.ofSeconds(10)).cancel(orders);

        for (CancelOutcome outcome : report.outcomes()) {
            System.out.println(outcome.ref() + ": " + outcome.status() + ", " + outcome.message());
        }
        if (!report.resolved()) {
            alarm(report.unresolved());
        }
        // @formatter:on
    }

    static void across(BitgetClient bitget, HtxClient htx, List<OrderRef> orders) {
        // @formatter:off
        List<VenueCancelReport> reports = BatchCancel.across()
                .options((client, cancel) -> cancel.timeout(Duration.ofSeconds(20)))
                .cancel(bitget, orders)
                .cancelEverything(htx)
                .run();
        // @formatter:on
    }

    static void calls(BitgetClient bitget, String orderId) {
        // @formatter:off
        VenueCall<List<Order>> call =
                bitget.trade().getOrder(GetOrderRequest.builder().orderId(orderId).build());

        List<Order> value = call.execute(); // waits; throws VenueException
        CompletableFuture<List<Order>> future = call.executeAsync();
        VenueResponse<List<Order>> response = call.executeWithResponse(); // with status, headers, envelope, attempts and the raw body
        List<Order> soon = call.with(CallOptions.timeout(Duration.ofSeconds(2))).execute();
        // @formatter:on
    }

    static List<HistoricalOrder> items(BitgetClient bitget, Instant from, Instant to) {
        // @formatter:off
        List<HistoricalOrder> filled = bitget.trade()
                .listOrders(ListOrdersRequest.builder().startTime(from).endTime(to).build())
                .items() // newest first
                .filter(order -> order.status() == OrderStatus.FILLED)
                .toList();
        // @formatter:on
        return filled;
    }

    static List<ListingCall<List<OpenOrder>, OpenOrder>> fakes(List<OpenOrder> rows) {
        // @formatter:off
        ListingCall<List<OpenOrder>, OpenOrder> orders = ListingCall.completed(rows);
        ListingCall<List<OpenOrder>, OpenOrder> outage =
                ListingCall.failed(new TransportException("bitget", "listOpenOrders", Effect.NONE, "no connection", null));
        // @formatter:on
        return List.of(orders, outage);
    }

    static PlaceReport<NewOrder> batchPlace(
            BitgetClient bitget, List<BigDecimal> prices, BigDecimal size, Consumer<List<String>> journal) {
        // @formatter:off
        List<NewOrder> orders = prices.stream()
                .map(price -> NewOrder.builder()
                        .symbol("BTCUSDT").side(OrderSide.BUY).orderType(OrderType.LIMIT).force(TimeInForce.POST_ONLY)
                        .price(price).size(size)
                        .build())
                .toList();
        PlaceReport<NewOrder> report = bitget.batchPlace()
                .beforeSending(journal) // hears the client order ids
                .timeout(Duration.ofSeconds(90))
                .place(orders);

        for (PlaceOutcome<NewOrder> outcome : report.outcomes()) {
            System.out.println(outcome.order().price() + ": " + outcome.status() + ", " + outcome.message());
        }
        // @formatter:on
        return report;
    }

    static SharedLimits sharedLimits(String redisUrl, Credentials credentials) {
        // @formatter:off
        RedisClient redis = RedisClient.create(redisUrl);
        ProxyManager<String> store = Bucket4jLettuce
                .casBasedBuilder(redis.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE)))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
        RateLimits limits = RateLimits.shared(store, "trading", OnFailure.FAIL_OPEN).account("main");
        BitgetClient client = BitgetClient.builder().credentials(credentials).rateLimits(limits).build();
        // @formatter:on
        return new SharedLimits(redis, limits);
    }

    /** What the recipe for shared limits makes; closing it ends the connection to Redis. */
    record SharedLimits(RedisClient redis, RateLimits limits) implements AutoCloseable {
        @Override
        public void close() {
            redis.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    static BitgetClient ownSettings(Vault vault) {
        // @formatter:off
        BitgetClient client = BitgetClient.builder()
                .credentials(vault::currentKey)
                .rateLimits(RateLimits.inMemory().account("main").limit("placeOrder", 30, Duration.ofSeconds(1)))
                .demoTrading(true)
                .build();
        CallOptions options = CallOptions.timeout(Duration.ofSeconds(2))
                .withRetryPolicy(RetryPolicy.none())
                .withHeader("X-Trace", "desk 7");
        List<OpenOrder> open = client.trade().listOpenOrders().with(options).execute();
        // @formatter:on
        return client;
    }

    /** Keeps keys. */
    interface Vault {
        Credentials currentKey();
    }

    static BitgetClient listener(MeterRegistry registry, System.Logger log) {
        // @formatter:off
        BitgetClient client = BitgetClient.builder()
                .listener(new VenueMetrics(registry).andThen(event -> log.log(Level.DEBUG, event)))
                .build();
        // @formatter:on
        return client;
    }

    static Writers json() {
        // @formatter:off
        ObjectMapper jackson = JsonMapper.builder()
                .addModule(new SimpleModule()
                        .addSerializer(OpenEnum.class, ToStringSerializer.instance)
                        .addSerializer(Instant.class, ToStringSerializer.instance))
                .build();
        JsonSerializer<Object> asText = (value, type, context) -> new JsonPrimitive(value.toString());
        Gson gson = new GsonBuilder()
                .registerTypeHierarchyAdapter(OpenEnum.class, asText)
                .registerTypeAdapter(Instant.class, asText)
                .create();
        // @formatter:on
        return new Writers(jackson, gson);
    }

    record Writers(ObjectMapper jackson, Gson gson) {}

    static OkHttpClient openTelemetry(Tracer tracer) {
        // @formatter:off
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    String operation = chain.request().tag(Invocation.class).method().getAnnotation(OperationId.class).value();
                    Span span = tracer.spanBuilder(operation).setSpanKind(SpanKind.CLIENT).startSpan();
                    try (Scope scope = span.makeCurrent()) {
                        return chain.proceed(chain.request());
                    } catch (IOException e) {
                        span.recordException(e).setStatus(StatusCode.ERROR);
                        throw e;
                    } finally {
                        span.end();
                    }
                })
                .build();
        BitgetClient client = BitgetClient.builder().httpClient(http).build();
        // @formatter:on
        return http;
    }

    private static void alarm(List<CancelOutcome> unresolved) {
        throw new IllegalStateException("Still to be resolved: " + unresolved);
    }
}
