package dev.openvenue.core;

import dev.openvenue.core.annotation.Cancels;
import dev.openvenue.core.annotation.Envelope;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.annotation.Retry;
import dev.openvenue.core.annotation.Retry.Safety;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.codegen.VenueDescription.LimitHeaders;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.signing.SignedRequest;
import java.util.List;
import retrofit2.http.GET;
import retrofit2.http.POST;

/** A venue with limits of every kind. Nothing is signed, so that a test sees limits only. */
@Envelope(verdict = "code", success = "0", code = "code", message = "msg", data = "data")
interface LimitedApi {
    ErrorCatalogue ERRORS = ErrorCatalogue.builder()
            .codes("7", "Too many requests")
            .stated(ErrorKind.RATE_LIMIT, Effect.NONE, ErrorCatalogue.Remedy.WAIT)
            .codes("8", "No money")
            .stated(ErrorKind.INSUFFICIENT_FUNDS, Effect.NONE, ErrorCatalogue.Remedy.NONE)
            .build();

    VenueDescription DESCRIPTION = new VenueDescription(
            "limited",
            "limited",
            "Limited",
            "https://limited.test",
            (request, credentials, time) -> new SignedRequest(request, ""),
            ERRORS,
            (type, annotations, moshi) -> null,
            List.of(LimitedApi.class),
            null,
            List.of(),
            List.of(new VenueDescription.Limit(20, 60_000, Scope.IP)),
            null,
            null,
            new LimitHeaders("Left", "Ends"));

    @OperationId("place")
    @Retry(Safety.UNSAFE)
    @RateLimit(permits = 5, periodMillis = 1000, scope = Scope.ACCOUNT, group = "orders")
    @POST("place")
    VenueCall<String> place();

    @OperationId("cancel")
    @Cancels
    @Retry(Safety.UNSAFE)
    @RateLimit(permits = 5, periodMillis = 1000, scope = Scope.ACCOUNT, group = "orders")
    @POST("cancel")
    VenueCall<String> cancel();

    @OperationId("status")
    @Retry(Safety.SAFE)
    @RateLimit(permits = 2, periodMillis = 1000, scope = Scope.KEY)
    @GET("status")
    VenueCall<String> status();

    @OperationId("news")
    @Retry(Safety.SAFE)
    @GET("news")
    VenueCall<String> news();
}
