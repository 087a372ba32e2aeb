package dev.openvenue.core;

import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.annotation.TimeWindow;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.signing.SignedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.GET;
import retrofit2.http.Query;

/** Listings that response two days at once. Nothing is signed and nothing limited, so that a test sees pages only. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface HistoryApi {
    VenueDescription DESCRIPTION = new VenueDescription(
            "history",
            "history",
            "History",
            "https://history.test",
            (request, credentials, time) -> new SignedRequest(request, ""),
            ErrorCatalogue.builder().build(),
            (type, annotations, moshi) -> null,
            List.of(HistoryApi.class),
            null,
            List.of(),
            List.of(),
            null,
            null,
            null);

    @OperationId("orders")
    @Retry(Safety.SAFE)
    @Page(parameter = "before", row = "id", size = "limit")
    @TimeWindow(from = "from", to = "to", spanHours = 48, reversedBy = "sort=asc")
    @GET("orders")
    ListingCall<List<Map<String, String>>, Map<String, String>> orders(
            @Query("from") @Nullable Instant from,
            @Query("to") @Nullable Instant to,
            @Query("sort") @Nullable String sort,
            @Query("limit") @Nullable Integer limit,
            @Query("before") @Nullable String before);

    @OperationId("changes")
    @Retry(Safety.SAFE)
    @Page(parameter = "first", envelope = "next")
    @TimeWindow(from = "from", to = "to", spanHours = 48, oldestFirst = true, reversedBy = "sort=desc")
    @GET("changes")
    ListingCall<List<Map<String, String>>, Map<String, String>> changes(
            @Query("from") @Nullable Instant from,
            @Query("to") @Nullable Instant to,
            @Query("sort") @Nullable String sort,
            @Query("first") @Nullable String first);

    @OperationId("plans")
    @Retry(Safety.SAFE)
    @Page(parameter = "before", payload = "last", rows = "list", more = "more")
    @TimeWindow(from = "from", to = "to", spanHours = 2160)
    @GET("plans")
    ListingCall<Map<String, Object>, Map<String, Object>> plans(
            @Query("from") @Nullable Instant from,
            @Query("to") @Nullable Instant to,
            @Query("before") @Nullable String before);
}
