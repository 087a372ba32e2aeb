package dev.openvenue.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.annotation.Cancels;
import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.annotation.RateLimit;
import dev.openvenue.core.annotation.RateLimit.Scope;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.limit.RateLimits.OnFailure;
import dev.openvenue.core.signing.SignedRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What clients on several hosts learn from the rejections of one. */
final class RateLimiterTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final VirtualLimitTime time = new VirtualLimitTime();
    private final Map<String, byte[]> entries = new HashMap<>();
    private final RateLimiter one = host("key");
    private final RateLimiter other = host("key");

    interface Api {
        @OperationId("place")
        @RateLimit(permits = 5, periodMillis = 1000, scope = Scope.KEY, group = "orders")
        void place();

        @Cancels
        @OperationId("cancel")
        @RateLimit(permits = 5, periodMillis = 1000, scope = Scope.KEY, group = "orders")
        void cancel();

        @Cancels
        @OperationId("cancelAll")
        @RateLimit(permits = 5, periodMillis = 1000, scope = Scope.KEY)
        void cancelAll();
    }

    @Test
    void rejectionOnOneHostHoldsTheOther() {
        one.rejected("place", Duration.ofSeconds(30), one.nanos());
        time.pass(Duration.ofSeconds(1));

        PermitRequest request = join(other, "cancel");
        time.pass(Duration.ofMillis(28_900));
        assertThat(request.isGranted()).isFalse();
        time.pass(Duration.ofMillis(1_200));
        assertThat(request.isGranted()).isTrue();
    }

    @Test
    void countOfZeroOnOneHostHoldsTheOtherForAPeriod() {
        one.nothingLeft("place", null);
        time.pass(Duration.ofMillis(100));

        PermitRequest request = join(other, "cancel");
        time.pass(Duration.ofMillis(850));
        assertThat(request.isGranted()).isFalse();
        time.pass(Duration.ofMillis(1_200));
        assertThat(request.isGranted()).isTrue();
    }

    @Test
    void requestsThatWereRejectedTogetherHoldTheOtherHostOnce() {
        long together = one.nanos();
        time.pass(Duration.ofMillis(1));
        one.rejected("place", null, together);
        time.pass(Duration.ofMillis(200));
        int stored = entries.hashCode();
        one.rejected("place", null, together);
        time.pass(Duration.ofMillis(200));

        assertThat(entries.hashCode()).isEqualTo(stored);
    }

    @Test
    void callThatWaitsBeyondItsDeadlineBecauseOfARejectionIsToldAtOnce() {
        for (int i = 0; i < 5; i++) {
            join(one, "cancel");
        }
        time.pass(Duration.ofMillis(500));
        PermitRequest request = Objects.requireNonNull(one.join("cancel", false, Duration.ofSeconds(2)));
        assertThat(request.decided()).isNotDone();

        one.rejected("place", Duration.ofSeconds(30), one.nanos());
        assertThat(request.decided()).isCompletedWithValue(request);
        assertThat(request.late(time.nanos()).held()).isTrue();
    }

    @Test
    void countOfAClientWithoutAKeyIsNotThatOfAnEmptyKey() {
        one.rejected("place", Duration.ofSeconds(30), one.nanos());
        host(null).rejected("place", Duration.ofSeconds(30), one.nanos());
        time.pass(Duration.ofSeconds(1));

        assertThat(entries.keySet())
                .filteredOn(key -> key.endsWith("/0"))
                .containsExactlyInAnyOrder(
                        "test:venue:key:2c70e12b7a0646f92279f427c7b38e73:orders/5-1000ms/all/0",
                        "test:venue:key:none:orders/5-1000ms/all/0");
    }

    /** The venue counts the requests of an address together, and those of an operation for each API. */
    @Test
    void apisOfOneFamilyShareTheLimitOfAllRequestsAndNoOther() {
        assertThat(join(family("first"), "place")).isNotNull();
        assertThat(join(family("second"), "place")).isNotNull();
        time.pass(Duration.ofSeconds(1));

        assertThat(entries.keySet()).extracting(key -> key.split(":", -1)[1]).containsOnly("family", "first", "second");
    }

    private RateLimiter family(String id) {
        VenueDescription api = VenueDescription.builder(id, id)
                .family("family")
                .baseUrl("https://venue.test")
                .signer((request, credentials, now) -> new SignedRequest(request, ""))
                .apis(Api.class)
                .limit(new VenueDescription.Limit(100, 60_000, Scope.IP))
                .build();
        DistantStore store = new DistantStore(time, entries, Duration.ofMillis(2));
        RateLimits limits = RateLimits.shared(store, "test", OnFailure.FAIL_CLOSED, time);
        return RateLimiter.create(api, RateLimiterTest::operations, limits, "", "key", () -> 0);
    }

    @Test
    void permitsAreReservedOnlyWhereCancelsShareThemWithOthers() {
        LimitPlan plan = LimitPlan.of(description(), operations(), Map.of());

        assertThat(plan.quotas("place")).hasSize(1).allMatch(plan::isSharedByCancels);
        assertThat(plan.quotas("cancelAll")).hasSize(1).noneMatch(plan::isSharedByCancels);
        assertThat(plan.cancels("cancel")).isTrue();
        assertThat(plan.cancels("place")).isFalse();
    }

    private RateLimiter host(@Nullable String apiKey) {
        DistantStore store = new DistantStore(time, entries, Duration.ofMillis(2));
        RateLimits limits = RateLimits.shared(store, "test", OnFailure.FAIL_CLOSED, time);
        return RateLimiter.create(description(), RateLimiterTest::operations, limits, "", apiKey, () -> 0);
    }

    private static PermitRequest join(RateLimiter limiter, String operation) {
        return Objects.requireNonNull(limiter.join(operation, false, LONG));
    }

    private static Collection<OperationMetadata> operations() {
        return OperationMetadata.of("Venue", description().apis()).values();
    }

    private static VenueDescription description() {
        return VenueDescription.builder("venue", "Venue")
                .baseUrl("https://venue.test")
                .signer((request, credentials, now) -> new SignedRequest(request, ""))
                .apis(Api.class)
                .build();
    }
}
