package dev.openvenue.core.place;

import dev.openvenue.core.codegen.BatchPlaceDescription.Alphabet;
import dev.openvenue.core.codegen.BatchPlaceDescription.Item;
import dev.openvenue.core.codegen.BatchPlaceDescription.Lookup;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.error.NotSentException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes intents of orders: gives each a client order id, and validates them. */
final class PlaceIntents {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PlaceContext venue;
    private final Item item;
    private final @Nullable String symbol;
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<PlaceIntent> intents = new ArrayList<>();

    private PlaceIntents(PlaceContext venue, @Nullable String symbol) {
        this.venue = venue;
        this.item = venue.description().item();
        this.symbol = symbol;
    }

    /**
     * One intent for each order, in their order.
     *
     * @param symbol the symbol of orders that name none; null if there is none
     */
    static List<PlaceIntent> of(
            PlaceContext venue, @Nullable String symbol, List<Map<String, @Nullable Object>> orders) {
        PlaceIntents intents = new PlaceIntents(venue, symbol);
        orders.forEach(intents::add);
        return intents.intents;
    }

    private void add(Map<String, @Nullable Object> order) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(order);
        boolean madeId = item.clientOrderId() != null && JsonTree.text(fields, item.clientOrderId()) == null;
        if (item.clientOrderId() != null && madeId) {
            fields.put(item.clientOrderId(), made(item));
        }
        if (item.symbol() != null && JsonTree.text(fields, item.symbol()) == null && symbol != null) {
            fields.put(item.symbol(), symbol);
        }
        String clientOrderId = JsonTree.text(fields, item.clientOrderId());
        Lookup lookup = venue.description().lookup();
        PlaceIntent intent = new PlaceIntent(
                fields,
                item.symbol() == null ? symbol : JsonTree.text(fields, item.symbol()),
                clientOrderId,
                madeId,
                lookup == null ? null : lookup.absence());
        intents.add(intent);
        NotSentException problem = problem(intent);
        if (problem != null) {
            intent.notSent(problem);
        } else if (clientOrderId != null) {
            positions.put(clientOrderId, intents.size());
        }
    }

    private @Nullable NotSentException problem(PlaceIntent intent) {
        Integer other = positions.get(String.valueOf(intent.clientOrderId()));
        if (intent.clientOrderId() != null && other != null) {
            return venue.notSent(
                    venue.operation(),
                    "order " + other + " of the batch has the same client order id " + intent.clientOrderId()
                            + "; give each order its own, or none",
                    null);
        }
        if (item.symbol() != null && intent.symbol() == null) {
            return venue.notSent(
                    venue.operation(),
                    "the order has no " + item.symbol() + "; set it, or give all orders one with symbol()",
                    null);
        }
        try {
            venue.gateway().validate(venue.operation(), venue.arguments(symbol, List.of(intent.fields())));
            return null;
        } catch (NotSentException invalid) {
            return invalid;
        }
    }

    private static String made(Item item) {
        int radix = item.alphabet() == Alphabet.HEXADECIMAL ? 16 : 10;
        StringBuilder id = new StringBuilder();
        // A leading zero could be lost where a venue takes the id for a number.
        id.append(Character.forDigit(1 + RANDOM.nextInt(radix - 1), radix));
        while (id.length() < item.length()) {
            id.append(Character.forDigit(RANDOM.nextInt(radix), radix));
        }
        return id.toString();
    }
}
