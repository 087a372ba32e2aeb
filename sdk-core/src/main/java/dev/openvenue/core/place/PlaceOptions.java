package dev.openvenue.core.place;

import dev.openvenue.core.CallOptions;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of a run.
 *
 * @param symbol the symbol of orders that name none; null if there is none
 * @param beforeSending hears the client order ids
 */
record PlaceOptions(
        Duration timeout, int parallelism, @Nullable String symbol, Consumer<? super List<String>> beforeSending) {
    private static final Duration LEAST_LAG = Duration.ofSeconds(2);
    private static final Duration MOST_LAG = Duration.ofSeconds(10);

    /** A new order may stay invisible for a tenth of the timeout, within the bounds above. */
    private static final int SHARE_OF_LAG = 10;

    static final PlaceOptions DEFAULT = new PlaceOptions(Duration.ofSeconds(30), 4, null, ids -> {});

    PlaceOptions {
        timeout = CallOptions.timeout(timeout).timeout().orElseThrow();
        if (parallelism < 1) {
            throw new IllegalArgumentException(
                    "parallelism is " + parallelism + "; at least one call must be allowed at a time");
        }
    }

    /** How long an order that was executed may stay invisible to lookups. */
    Duration lag() {
        Duration share = timeout.dividedBy(SHARE_OF_LAG);
        Duration least = share.compareTo(LEAST_LAG) < 0 ? LEAST_LAG : share;
        return least.compareTo(MOST_LAG) > 0 ? MOST_LAG : least;
    }

    PlaceOptions withTimeout(Duration other) {
        return new PlaceOptions(other, parallelism, symbol, beforeSending);
    }

    PlaceOptions withParallelism(int other) {
        return new PlaceOptions(timeout, other, symbol, beforeSending);
    }

    PlaceOptions withSymbol(String other) {
        return new PlaceOptions(timeout, parallelism, other, beforeSending);
    }

    PlaceOptions withBeforeSending(Consumer<? super List<String>> other) {
        return new PlaceOptions(timeout, parallelism, symbol, other);
    }
}
