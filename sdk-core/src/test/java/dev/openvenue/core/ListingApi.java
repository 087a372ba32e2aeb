package dev.openvenue.core;

import dev.openvenue.core.annotation.Constraint;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.signing.SignedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Query;

/** Listings with each kind of cursor, at a venue that a test makes up. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface ListingApi {
    /** Goes back in time. */
    @OperationId("history")
    @Retry(Safety.SAFE)
    @Page(parameter = "end", row = "time", size = "size", arguments = "direct=next")
    @GET("history")
    ListingCall<List<@Nullable Map<String, Object>>, @Nullable Map<String, Object>> history(
            @Query("end") @Nullable Instant end,
            @Query("direct") @Nullable String direct,
            @Query("size") @Constraint(max = "1000") @Nullable Integer size);

    /** Counts pages. */
    @OperationId("open")
    @Retry(Safety.SAFE)
    @Page(parameter = "page", start = 1, size = "size")
    @GET("open")
    ListingCall<List<@Nullable Map<String, Object>>, @Nullable Map<String, Object>> open(
            @Query("page") @Nullable Integer page, @Query("size") @Nullable Integer size);

    /** Goes on below an id. */
    @OperationId("fills")
    @Retry(Safety.SAFE)
    @Page(parameter = "before", row = "id", size = "size")
    @GET("fills")
    ListingCall<List<@Nullable Map<String, Object>>, @Nullable Map<String, Object>> fills(
            @Query("before") @Nullable String before, @Query("size") @Nullable Integer size);

    /** Says whether there is more, and where. */
    @OperationId("plans")
    @Retry(Safety.SAFE)
    @Page(parameter = "from", payload = "next", rows = "list", more = "more")
    @GET("plans")
    ListingCall<Map<String, Object>, Map<String, Object>> plans(@Query("from") @Nullable String from);

    /** The listings of a venue that returns a URL with what stands in {@code data}. */
    static ListingApi of(Function<HttpUrl, String> venue) {
        Interceptor response = chain -> new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .body(ResponseBody.create(
                        "{\"code\":\"0\",\"data\":"
                                + venue.apply(chain.request().url()) + "}",
                        MediaType.get("application/json")))
                .build();
        VenueDescription description = new VenueDescription(
                "listing",
                "listing",
                "Listing",
                "https://listing.test",
                (request, credentials, time) -> new SignedRequest(request, ""),
                ErrorCatalogue.builder().build(),
                (type, annotations, moshi) -> null,
                List.of(ListingApi.class),
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
        return VenueClientBuilder.of(description, ListingClient::new)
                .httpClient(new OkHttpClient.Builder().addInterceptor(response).build())
                .build()
                .api;
    }

    /** Gives the listings out. */
    final class ListingClient extends VenueClient {
        final ListingApi api;

        ListingClient(VenueRuntime runtime) {
            super(runtime);
            this.api = runtime.api(ListingApi.class);
        }
    }
}
