package dev.openvenue.core.cancel;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.cancel.OrderLookup.Unavailable;
import dev.openvenue.core.codegen.BatchCancelDescription.SymbolList;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.error.VenueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Map<Optional<String>, Set<String>> names = new LinkedHashMap<>();
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
            names.clear();
            List<Optional<String>> categories = categories();
            for (Optional<String> category : categories) {
                Map<String, Object> arguments = new HashMap<>();
                category.ifPresent(value -> arguments.put(String.valueOf(list.category()), value));
                dispatcher.send(list.operation(), arguments, reply -> take(category, reply));
            }
            while (dispatcher.running() > 0 && !dispatcher.isOver()) {
                dispatcher.await(Long.MAX_VALUE);
            }
            known = failure == null && names.keySet().containsAll(categories);
            if (!known && failure == null) {
                failure = dispatcher.ended();
            }
        }
    }

    /** The categories whose symbols are listed one by one; a single empty one if one call lists all. */
    private List<Optional<String>> categories() {
        return list == null || list.category() == null
                ? List.of(Optional.empty())
                : venue.description().categoryValues();
    }

    private void take(Optional<String> category, CallResult reply) {
        if (reply instanceof CallResult.Succeeded succeeded) {
            take(category, succeeded.response());
            return;
        }
        failure = ((CallResult.Unsuccessful) reply).failure();
        last = reply instanceof CallResult.Invalid
                || !(OrderLookupReader.failure(failure) instanceof Unavailable hidden && !hidden.lasting());
    }

    @SuppressWarnings("NullAway") // Only read() requests them, and only where there is a list.
    private void take(Optional<String> category, VenueResponse<?> response) {
        Set<String> found = new LinkedHashSet<>();
        Object rows = JsonTree.at(response.value(), list.rows());
        if (list.symbol() == null && rows instanceof Map<?, ?> members) {
            members.keySet().forEach(name -> found.add(String.valueOf(name)));
        } else {
            List<Object> listed = list.symbol() == null ? List.of() : JsonTree.rows(rows);
            for (Object row : listed) {
                String name = JsonTree.text(row, list.symbol());
                if (name == null) {
                    failure = venue.malformed(list.operation(), "listed a symbol without its name", response);
                    return;
                }
                found.add(name);
            }
        }
        // A category may have no symbols; a venue has some.
        if (found.isEmpty() && category.isEmpty()) {
            failure = venue.malformed(list.operation(), "responded without symbols", response);
        } else {
            names.put(category, found);
        }
    }

    /** Each symbol in each of the given categories in which the venue has it, in the venue's order. */
    List<Market> markets(List<Optional<String>> categories) {
        List<Market> markets = new ArrayList<>();
        for (Optional<String> category : categories) {
            Set<String> ofCategory = names.get(category);
            (ofCategory == null ? all() : ofCategory)
                    .forEach(name -> markets.add(new Market(category.orElse(null), name)));
        }
        return markets;
    }

    private Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        names.values().forEach(all::addAll);
        return all;
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
        } else if (all().contains(symbol)) {
            return Optional.empty();
        }
        String like = all().stream()
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
