package dev.openvenue.core.limit;

import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.core.limit.LimitRegistry.Need;
import dev.openvenue.core.limit.PermitLane.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** The rate limits of one client: which limits its operations count against, and the queue for their permits. */
public final class RateLimiter {
    /** How long a store that does not respond is not called again. */
    public static final Duration STORE_PAUSE = StoreCircuitBreaker.PAUSE;

    private final LimitRegistry book;
    private final DoubleSupplier jitter;
    private final LimitPlan plan;
    private final Map<String, Route> routes = new HashMap<>();

    private RateLimiter(LimitRegistry book, DoubleSupplier jitter, LimitPlan plan) {
        this.book = book;
        this.jitter = jitter;
        this.plan = plan;
    }

    /** What an operation needs, and what its rejections are attributed to. */
    private record Route(List<Need> needs, boolean cancels, List<Need> blamed) {}

    /**
     * The limits of a venue for one client.
     *
     * @param operations what its operations declare
     * @param host the host that counts the requests, where it is not the venue's own; else empty
     * @param apiKey the client's key; null if it has none
     * @throws IllegalArgumentException if the limits have figures of their own for what the venue does not limit
     */
    public static RateLimiter create(
            VenueDescription description,
            Collection<OperationMetadata> operations,
            RateLimits limits,
            String host,
            @Nullable String apiKey,
            DoubleSupplier jitter) {
        LimitPlan plan = LimitPlan.of(description, operations, limits.figures());
        RateLimiter limiter = new RateLimiter(limits.book(), jitter, plan);
        if (limits.isLimited()) {
            Owners owners = new Owners(description.id() + host, description.family() + host, hash(apiKey), limits);
            for (String operation : plan.operations()) {
                limiter.routes.put(operation, route(plan, operation, owners, limits.reservePercent()));
            }
        }
        return limiter;
    }

    private static Route route(LimitPlan plan, String operation, Owners owners, int reservePercent) {
        boolean cancels = plan.cancels(operation);
        List<Need> needs = plan.quotas(operation).stream()
                .map(quota -> new Need(
                        owners.of(quota),
                        quota,
                        cancels || !plan.isSharedByCancels(quota)
                                ? quota.permits()
                                : quota.withoutReserve(reservePercent)))
                .toList();
        List<Need> blamed = plan.blamed(operation).stream()
                .map(quota -> new Need(owners.of(quota), quota, quota.permits()))
                .toList();
        return new Route(needs, cancels, blamed);
    }

    /**
     * Queues a call for its permits; null if the operation has no limit.
     *
     * @param yields whether it takes turns with other calls; a cancel never does
     */
    @Nullable
    public PermitRequest join(String operation, boolean yields, Duration patience) {
        Route route = routes.get(operation);
        if (route == null || route.needs().isEmpty()) {
            return null;
        }
        Kind kind = route.cancels() ? Kind.CANCEL : yields ? Kind.YIELDING : Kind.ORDINARY;
        return book.join(route.needs(), kind, patience);
    }

    /** The quotas that an operation counts against, its own first, whether or not they are kept here. */
    public List<Quota> quotas(String operation) {
        return plan.quotas(operation);
    }

    public long nanos() {
        return book.time().nanos();
    }

    /** Records that the venue rejected an attempt for too many requests. */
    public void rejected(String operation, @Nullable Duration asked, long sentAt) {
        for (LimitState limit : blamed(operation)) {
            pause(limit, limit.rejected(asked, sentAt, jitter.getAsDouble()));
        }
    }

    /** Records that the venue accepted an attempt. */
    public void accepted(String operation, long sentAt) {
        blamed(operation).forEach(limit -> limit.accepted(sentAt));
    }

    /** Records that the venue reported no remaining requests in the current period. */
    public void nothingLeft(String operation, @Nullable Duration untilReset) {
        for (LimitState limit : blamed(operation)) {
            Duration rest = untilReset == null ? limit.quota().period() : untilReset;
            pause(limit, limit.nothingLeft(rest));
        }
    }

    private void pause(LimitState limit, Duration pause) {
        if (!pause.isZero()) {
            book.queue().run(() -> {
                limit.drain(pause);
                book.queue().touch(limit);
            });
        }
    }

    private List<LimitState> blamed(String operation) {
        Route route = routes.get(operation);
        return route == null
                ? List.of()
                : route.blamed().stream().map(book::limit).toList();
    }

    private static String hash(@Nullable String text) {
        if (text == null) {
            return "none";
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * What the venue counts by: account, key or address. They are hashed, since the keys of a shared store are easily
     * seen. A limit of single operations belongs to the one API that has them; one of all requests to every API of the
     * same venue.
     */
    private record Owners(String api, String family, String key, RateLimits limits) {
        String of(Quota quota) {
            String account = limits.account();
            return (quota.name().equals(Quota.EVERYTHING) ? family : api)
                    + switch (quota.scope()) {
                        case ACCOUNT -> ":account:" + (account == null ? key : hash(account));
                        case KEY -> ":key:" + key;
                        case IP -> ":ip:" + hash(limits.address());
                    };
        }
    }
}
