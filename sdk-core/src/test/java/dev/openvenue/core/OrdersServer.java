package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.Joined;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdArgument;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.signing.SignedRequest;
import dev.openvenue.fixtures.NoDelayServerSocketFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** Keeps orders and responses about them; each name in a queue cuts the connection of one such call. */
final class OrdersServer extends Dispatcher {
    final MockWebServer web = new MockWebServer();
    final Map<String, String> orders = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<String> cutBefore = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> cutAfter = new ConcurrentLinkedQueue<>();
    final Set<String> silent = ConcurrentHashMap.newKeySet();
    volatile Runnable onCancel = () -> {};
    /** Whether it takes cancels and forgets them. */
    volatile boolean cancelsNothing;

    final ConcurrentLinkedQueue<String> targets = new ConcurrentLinkedQueue<>();

    OrdersServer() {
        web.setServerSocketFactory(new NoDelayServerSocketFactory());
        web.setDispatcher(this);
    }

    HttpClient client() {
        return builder().build();
    }

    VenueClientBuilder<HttpClient> builder() {
        BatchCancelDescription batchCancel = new BatchCancelDescription(
                "cancel",
                10,
                null,
                null,
                Map.of(),
                Map.of(IdKind.ORDER_ID, new IdArgument("ids", null)),
                new Response(Shape.PARTITIONED, null, "done", "failed", "id", null, "code", "msg", Set.of()),
                List.of(Query.builder("lookup")
                        .id(IdKind.ORDER_ID, "id")
                        .rows(".")
                        .orderId("id")
                        .status("state")
                        .build()),
                Query.builder("open").symbol("symbol").rows(".").orderId("id").build(),
                null,
                new States(Set.of("open"), Set.of("cancelled"), Set.of("filled")),
                BatchCancelDescription.Sides.NONE,
                false,
                BatchCancelDescription.Coverage.NONE);
        JsonAdapter.Factory noModels = (type, annotations, moshi) -> null;
        VenueDescription description = new VenueDescription(
                "orders",
                "orders",
                "Orders",
                "https://orders.example",
                (request, credentials, now) -> new SignedRequest(request, ""),
                ErrorCatalogue.builder().build(),
                noModels,
                List.of(OrdersApi.class),
                null,
                List.of(),
                List.of(),
                batchCancel,
                null,
                null);
        return VenueClientBuilder.of(description, HttpClient::new).baseUrl("http://127.0.0.1:" + web.getPort());
    }

    List<OrderRef> place(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String id = "90071992547409930" + (10 + i);
                    orders.put(id, "open");
                    return OrderRef.byOrderId(id);
                })
                .toList();
    }

    List<String> open() {
        return orders.entrySet().stream()
                .filter(order -> order.getValue().equals("open"))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        targets.add(request.getTarget());
        String operation = request.getUrl().pathSegments().get(0);
        if (silent.contains(operation)) {
            return new MockResponse.Builder()
                    .onResponseStart(SocketEffect.Stall.INSTANCE)
                    .build();
        }
        if (operation.equals("cancel")) {
            onCancel.run();
        }
        if (cutBefore.remove(operation)) {
            return cut();
        }
        String data = switch (operation) {
            case "cancel" -> cancel(argument(request, "ids"));
            case "lookup" -> row(argument(request, "id"));
            default -> page(Integer.parseInt(argument(request, "page")));
        };
        return cutAfter.remove(operation)
                ? cut()
                : new MockResponse.Builder()
                        .body("{\"code\":0,\"data\":" + data + "}")
                        .build();
    }

    private static MockResponse cut() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private static String argument(RecordedRequest request, String name) {
        @Nullable String value = request.getUrl().queryParameter(name);
        return value == null ? "" : value;
    }

    private String cancel(String ids) {
        List<String> asked = List.of(ids.split(","));
        List<String> done = asked.stream()
                .filter(id -> cancelsNothing || orders.replace(id, "open", "cancelled"))
                .toList();
        return asked.stream()
                .filter(id -> !done.contains(id))
                .map(id -> "{\"id\":" + id + ",\"code\":7}")
                .collect(Collectors.joining(",", "{\"done\":" + done + ",\"failed\":[", "]}"));
    }

    private String row(String id) {
        return "{\"id\":" + id + ",\"state\":\"" + orders.get(id) + "\"}";
    }

    private String page(int page) {
        return open().stream()
                .skip((page - 1) * 10L)
                .limit(10)
                .map(this::row)
                .toList()
                .toString();
    }

    /** The venue's interface, as the generator writes them. */
    @Envelope(
            verdict = "code",
            success = {"0"},
            code = {"code"},
            message = {"msg"},
            data = "data")
    public interface OrdersApi {
        @OperationId("cancel")
        @Retry(Retry.Safety.UNSAFE)
        @POST("cancel")
        VenueCall<Object> cancel(
                @retrofit2.http.Query(value = "ids", encoded = true) @Joined @Constraint(required = true, maxSize = 10)
                        List<Long> ids);

        @OperationId("lookup")
        @Retry(Retry.Safety.SAFE)
        @GET("lookup")
        VenueCall<Object> lookup(@retrofit2.http.Query("id") @Constraint(required = true) String id);

        @OperationId("open")
        @Retry(Retry.Safety.SAFE)
        @GET("open")
        @Page(parameter = "page", start = 1, size = "size")
        ListingCall<Object, Object> open(
                @retrofit2.http.Query("size") @Constraint(max = "10") Integer size,
                @retrofit2.http.Query("symbol") String symbol,
                @retrofit2.http.Query("page") Integer page);
    }

    static final class HttpClient extends VenueClient {
        private final OrdersApi api;

        HttpClient(VenueRuntime runtime) {
            super(runtime);
            this.api = runtime.api(OrdersApi.class);
        }

        OrdersApi api() {
            return api;
        }
    }
}
