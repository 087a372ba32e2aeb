package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.codegen.BatchCancelDescription.SymbolList;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.engine.CallDispatcher;
import dev.openvenue.core.engine.CallResult;
import dev.openvenue.core.error.VenueException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The symbols of a venue, read when first needed, and again if that failed. */
final class VenueSymbols {
    private final VenueContext venue;
    private final CallDispatcher dispatcher;
    private final @Nullable SymbolList list;
    private Set<String> names = Set.of();
    private boolean known;
    private boolean last;
    private @Nullable VenueException failure;

    VenueSymbols(VenueContext venue, CallDispatcher dispatcher) {
        this.venue = venue;
        this.dispatcher = dispatcher;
        this.list = venue.description().coverage().symbols();
    }

    /** Reads the symbols, unless they are known; {@link #failure} says why it failed. */
    void read() {
        if (list == null) {
            String operation = venue.description().operation();
            String message = venue.name() + " lists open orders of one symbol at a time and does not list its symbols;"
                    + " cancel those of each symbol with cancelAllOpen";
            failure = venue.notSent(operation, message, null);
            last = true;
        } else if (!known) {
            failure = null;
            last = false;
            dispatcher.send(list.operation(), Map.of(), this::take);
            while (dispatcher.running() > 0 && !dispatcher.isOver()) {
                dispatcher.await(Long.MAX_VALUE);
            }
            if (!known && failure == null) {
                failure = dispatcher.ended();
            }
        }
    }

    private void take(CallResult reply) {
        if (reply instanceof CallResult.Succeeded succeeded) {
            take(succeeded.response());
            return;
        }
        failure = ((CallResult.Unsuccessful) reply).failure();
        last = reply instanceof CallResult.Invalid
                || !(OrderLookupReader.failure(failure) instanceof Unavailable hidden && !hidden.lasting());
    }

    @SuppressWarnings("NullAway") // Only read() requests them, and only where there is a list.
    private void take(VenueResponse<?> response) {
        Object rows = JsonTree.at(response.value(), list.rows());
        Set<String> read = new LinkedHashSet<>();
        if (list.symbol() == null && rows instanceof Map<?, ?> members) {
            members.keySet().forEach(name -> read.add(String.valueOf(name)));
        } else {
            List<Object> listed = list.symbol() == null ? List.of() : JsonTree.rows(rows);
            for (Object row : listed) {
                String name = JsonTree.text(row, list.symbol());
                if (name == null) {
                    failure = venue.malformed(list.operation(), "listed a symbol without its name", response);
                    return;
                }
                read.add(name);
            }
        }
        names = read;
        known = !names.isEmpty();
        failure = known ? null : venue.malformed(list.operation(), "responded without symbols", response);
    }

    /** The symbols, in the venue's order. */
    Set<String> names() {
        return names;
    }

    /** Why they could not be read. */
    @Nullable
    VenueException failure() {
        return failure;
    }

    /** Whether another attempt would fail, too. */
    boolean isFinal() {
        return known || last;
    }

    /**
     * Why nothing can be said about a symbol of which no order is listed: the venue does not know it, or did not say;
     * empty if it is known, or if the venue has no list of its symbols.
     */
    Optional<VenueException> problem(String symbol) {
        if (list == null) {
            return Optional.empty();
        }
        read();
        if (failure != null) {
            return Optional.of(failure);
        } else if (names.contains(symbol)) {
            return Optional.empty();
        }
        String like = names.stream()
                .filter(name -> plain(name).equals(plain(symbol)))
                .findFirst()
                .map(name -> "; did you mean " + name + "?")
                .orElse("; see its " + list.operation());
        return Optional.of(venue.notSent(list.operation(), venue.name() + " has no symbol " + symbol + like, null));
    }

    /** Symbols differ in case and in separators: BTCUSDT, btcusdt, btc_usdt. */
    private static String plain(String symbol) {
        return symbol.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
