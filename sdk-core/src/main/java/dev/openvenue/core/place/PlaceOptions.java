package dev.openvenue.core.place;

import dev.openvenue.core.engine.RunBounds;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The options of a run.
 *
 * @param symbol the symbol of orders that name none; null if there is none
 * @param beforeSending hears the client order ids
 * @param listener hears of the progress
 */
record PlaceOptions(
        Duration timeout,
        int parallelism,
        @Nullable String symbol,
        Consumer<? super List<String>> beforeSending,
        Consumer<? super PlaceProgress> listener) {
    static final PlaceOptions DEFAULT = new PlaceOptions(Duration.ofSeconds(30), 4, null, ids -> {}, progress -> {});

    PlaceOptions {
        timeout = RunBounds.timeout(timeout);
        parallelism = RunBounds.parallelism(parallelism);
    }

    /** How long an order that was executed may stay invisible to lookups. */
    Duration lag() {
        return RunBounds.lag(timeout);
    }

    PlaceOptions withTimeout(Duration other) {
        return new PlaceOptions(other, parallelism, symbol, beforeSending, listener);
    }

    PlaceOptions withParallelism(int other) {
        return new PlaceOptions(timeout, other, symbol, beforeSending, listener);
    }

    PlaceOptions withSymbol(String other) {
        return new PlaceOptions(timeout, parallelism, other, beforeSending, listener);
    }

    PlaceOptions withBeforeSending(Consumer<? super List<String>> other) {
        return new PlaceOptions(timeout, parallelism, symbol, other, listener);
    }

    PlaceOptions withListener(Consumer<? super PlaceProgress> other) {
        return new PlaceOptions(timeout, parallelism, symbol, beforeSending, Objects.requireNonNull(other, "listener"));
    }
}
