package dev.openvenue.conformance;

import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Responds to one request after the other as scripted by the test, and keeps the requests. */
final class PageScript {
    private final Deque<String> responses = new ConcurrentLinkedDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile @Nullable String always;

    /** The next response. */
    void respond(String body) {
        responses.add(body);
    }

    /** The response to every request for which there is no other. */
    void respondAlways(String body) {
        always = body;
    }

    List<Request> requests() {
        return requests;
    }

    /** The pages of a listing. */
    Stream<Object> pages(String venue, String operation, Map<String, Object> arguments) {
        return client(venue).operations().find(operation).listing(arguments).pages();
    }

    /** The rows of a listing. */
    Stream<Object> items(String venue, String operation, Map<String, Object> arguments) {
        return client(venue).operations().find(operation).listing(arguments).items();
    }

    VenueClient client(String venue) {
        VenueClientBuilder<? extends VenueClient> builder = Venue.all().stream()
                .filter(candidate -> candidate.name().equals(venue))
                .findFirst()
                .orElseThrow()
                .signedClient();
        return builder.httpClient(http()).build();
    }

    /** The ids of all rows of all pages. */
    List<String> ids(String venue, String operation, Map<String, Object> arguments, String id) {
        Operation described = client(venue).operations().find(operation);
        return described
                .listing(arguments)
                .pages()
                .flatMap(page -> ((List<?>) Objects.requireNonNull(described.tree(page))).stream())
                .map(row -> String.valueOf(((Map<?, ?>) row).get(id)))
                .toList();
    }

    /** Both ends of every request's time. */
    List<String> times(String from, String to) {
        return requests.stream()
                .map(request -> time(parameter(request, from)) + " to " + time(parameter(request, to)))
                .toList();
    }

    private static @Nullable String parameter(Request request, String name) {
        return request.url().queryParameter(name);
    }

    private static Instant time(@Nullable String millis) {
        return Instant.ofEpochMilli(Long.parseLong(Objects.requireNonNull(millis)));
    }

    /** A parameter of every request. */
    List<@Nullable String> parameters(String name) {
        List<@Nullable String> values = new ArrayList<>();
        requests.forEach(request -> values.add(parameter(request, name)));
        return values;
    }

    private String otherwise() {
        return Objects.requireNonNull(always, "asked once too often");
    }

    OkHttpClient http() {
        Interceptor script = chain -> {
            requests.add(chain.request());
            return new Response.Builder()
                    .request(chain.request())
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("")
                    .body(ResponseBody.create(
                            Objects.requireNonNullElseGet(responses.poll(), this::otherwise),
                            MediaType.get("application/json")))
                    .build();
        };
        return new OkHttpClient.Builder().addInterceptor(script).build();
    }
}
