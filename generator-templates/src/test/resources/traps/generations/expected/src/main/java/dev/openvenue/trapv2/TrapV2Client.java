package dev.openvenue.trapv2;

import dev.openvenue.core.CallEvent;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueRuntime;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.Categories;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderFields;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.BatchCancelDescription.SymbolList;
import dev.openvenue.core.codegen.ClientHeader;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.CredentialsProvider;
import dev.openvenue.core.signing.HtxSigner;
import dev.openvenue.trapv2.model.TrapV2Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** The client of Trap v2: {@code TrapV2Client.builder()} starts one. It may be shared by threads. */
public final class TrapV2Client extends VenueClient {
    private static final BatchCancelDescription BATCH_CANCEL = BatchCancelDescription.builder("cancelOrders")
            .cap(20)
            .categories(new Categories("SPOT", List.of("SPOT", "FUTURES"), null))
            .id(IdKind.ORDER_ID, new IdArgument(".", "orderId", "symbol", "category", Map.of()))
            .id(
                    IdKind.CLIENT_ORDER_ID,
                    new IdArgument(".", "clientOid", "symbol", "category", Map.of("kind", "single", "level", 2)))
            .response(Response.builder(Shape.ACKNOWLEDGED).build())
            .lookup(Query.builder("getOrder")
                    .id(IdKind.ORDER_ID, "orderId")
                    .rows(".")
                    .orderId("orderId")
                    .status("status")
                    .fields(new OrderFields(null, "category", null, null, null, null, null, null))
                    .build())
            .open(Query.builder("listOpenOrders")
                    .symbol("symbol")
                    .category("category")
                    .rows("items")
                    .orderId("orderId")
                    .status("status")
                    .fields(new OrderFields("symbol", null, null, null, null, null, null, null))
                    .build())
            .states(new States(Set.of("live"), Set.of("cancelled"), Set.of("filled")))
            .kind(
                    "stop orders",
                    BatchCancelDescription.builder("cancelStopOrders")
                            .categories(new Categories("SPOT", List.of("SPOT", "FUTURES"), "category"))
                            .id(IdKind.ORDER_ID, "ids")
                            .response(Response.builder(Shape.PER_ITEM)
                                    .rows(".")
                                    .orderId("orderId")
                                    .code("code")
                                    .cancelled("", "0")
                                    .build())
                            .open(Query.builder("listOpenOrders")
                                    .category("category")
                                    .argument("stop", true)
                                    .rows("items")
                                    .orderId("orderId")
                                    .status("status")
                                    .build())
                            .states(new States(Set.of("live"), Set.of("cancelled"), Set.of("filled")))
                            .build())
            .symbols(new SymbolList("listOpenOrders", "items", "symbol", "category"))
            .build();

    static final VenueDescription DESCRIPTION = VenueDescription.builder("trap-v2", "Trap v2")
            .family("trap")
            .baseUrl("https://venue.example")
            .signer(new HtxSigner())
            .errors(TrapV2Errors.CATALOGUE)
            .json(TrapV2Json.FACTORY)
            .apis(TradeEndpoints.class)
            .serverTime("getServerTime")
            .header(new ClientHeader("Content-Type", "application/json", false))
            .header(new ClientHeader("demo", null, true))
            .header(new ClientHeader("locale", "en-US", false))
            .header(new ClientHeader("broker", null, false))
            .header(new ClientHeader("validate-window", "5000", true))
            .batchCancel(BATCH_CANCEL)
            .build();

    private final VenueRuntime runtime;

    private TrapV2Client(VenueRuntime runtime) {
        super(runtime);
        this.runtime = runtime;
    }

    /** Starts a client of Trap v2. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds the client of Trap v2, with the options that only this venue has. */
    public static final class Builder extends VenueClientBuilder<TrapV2Client> {
        private Builder() {
            super(DESCRIPTION, TrapV2Client::new);
        }

        /** Whether orders are placed in the demo market. */
        public Builder demoTrading(boolean demoTrading) {
            header("demo", demoTrading ? "1" : null);
            return this;
        }

        /** The language of messages. */
        public Builder locale(String locale) {
            header("locale", choice("locale", locale, "en-US", "zh-CN"));
            return this;
        }

        /** The code of a broker. */
        public Builder brokerCode(String brokerCode) {
            header("broker", brokerCode);
            return this;
        }

        /** How long after its signed time the venue may accept a request: 5s by default, 1m at most. */
        public Builder receiveWindow(Duration receiveWindow) {
            header("validate-window", window(receiveWindow, Duration.ofMinutes(1)));
            return this;
        }

        @Override
        public Builder credentials(Credentials credentials) {
            super.credentials(credentials);
            return this;
        }

        @Override
        public Builder credentials(CredentialsProvider provider) {
            super.credentials(provider);
            return this;
        }

        @Override
        public Builder baseUrl(String baseUrl) {
            super.baseUrl(baseUrl);
            return this;
        }

        @Override
        public Builder baseUrl(HttpUrl baseUrl) {
            super.baseUrl(baseUrl);
            return this;
        }

        @Override
        public Builder plainHttpBaseUrl(String baseUrl) {
            super.plainHttpBaseUrl(baseUrl);
            return this;
        }

        @Override
        public Builder httpClient(OkHttpClient httpClient) {
            super.httpClient(httpClient);
            return this;
        }

        @Override
        public Builder timeout(Duration timeout) {
            super.timeout(timeout);
            return this;
        }

        @Override
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            super.retryPolicy(retryPolicy);
            return this;
        }

        @Override
        public Builder rateLimits(RateLimits rateLimits) {
            super.rateLimits(rateLimits);
            return this;
        }

        @Override
        public Builder listener(Consumer<? super CallEvent> listener) {
            super.listener(listener);
            return this;
        }

        @Override
        public Builder clock(InstantSource clock) {
            super.clock(clock);
            return this;
        }

        @Override
        public Builder maxResponseBytes(long maxResponseBytes) {
            super.maxResponseBytes(maxResponseBytes);
            return this;
        }
    }

    /** What the trap is about. */
    public TradeApi trade() {
        return new TradeCalls(runtime.api(TradeEndpoints.class));
    }

    /**
     * Cancels orders in batches, with an outcome for every one of them.
     *
     * <p>The venue lists no closed orders. Whether an order was cancelled or filled is looked up, for at most 2.5
     * orders a second.
     */
    public BatchCancel batchCancel() {
        return BatchCancel.of(this);
    }
}
