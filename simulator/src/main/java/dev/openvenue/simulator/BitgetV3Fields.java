package dev.openvenue.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of Bitget's version 3 and rejects invalid ones with its codes. A category is accepted in small
 * letters too, as the venue's own samples write it.
 */
final class BitgetV3Fields implements RequestFields.Errors {
    static final String CATEGORY = "category";

    private static final Map<String, List<String>> SYMBOLS = Map.of(
            "SPOT", List.of("BTCUSDT", "ETHUSDT"),
            "MARGIN", List.of("BTCUSDT", "ETHUSDT"),
            "USDT-FUTURES", List.of("BTCUSDT", "ETHUSDT"),
            "COIN-FUTURES", List.of("BTCUSD"),
            "USDC-FUTURES", List.of("BTCPERP"));
    private static final String PLAIN = "SPOT";
    private static final BitgetV3Fields ERRORS = new BitgetV3Fields();

    private BitgetV3Fields() {}

    /** The members of the JSON body, or the parameters of a GET. */
    static RequestFields of(VenueRequest request) throws VenueRejection {
        return request.method().equals("POST")
                ? of(body(request))
                : new RequestFields(request.queryParameters(), ERRORS);
    }

    /** The elements of a body that is a list. */
    static List<RequestFields> elements(VenueRequest request, int most) throws VenueRejection {
        if (!(body(request) instanceof List<?> items) || items.isEmpty() || items.size() > most) {
            throw rejected("the body is not a list of 1 to " + most + " orders");
        }
        List<RequestFields> elements = new ArrayList<>();
        for (Object item : items) {
            elements.add(of(item));
        }
        return elements;
    }

    /** The members of an object. */
    static RequestFields of(@Nullable Object tree) throws VenueRejection {
        if (!(tree instanceof Map<?, ?> members)) {
            throw rejected("not an object");
        }
        return new RequestFields(members, ERRORS);
    }

    private static @Nullable Object body(VenueRequest request) throws VenueRejection {
        try {
            return Json.read(request.bodyText());
        } catch (IOException e) {
            throw Reasons.malformed(rejected("the body is not JSON"), request.bodyText());
        }
    }

    /** The category of a request; null if it names none. */
    static @Nullable String categoryIfAny(RequestFields fields) throws VenueRejection {
        String category = fields.optional(CATEGORY);
        if (category != null && !SYMBOLS.containsKey(category.toUpperCase(Locale.ROOT))) {
            throw fields.wrong(CATEGORY);
        }
        return category == null ? null : category.toUpperCase(Locale.ROOT);
    }

    static String category(RequestFields fields) throws VenueRejection {
        fields.required(CATEGORY);
        String category = categoryIfAny(fields);
        return category == null ? PLAIN : category;
    }

    /** The category of an order; that of an order which a test put into the book is spot. */
    static String category(SimulatedOrder order) {
        return order.details().getOrDefault(CATEGORY, PLAIN);
    }

    static boolean isOf(SimulatedOrder order, @Nullable String category, @Nullable String symbol) {
        return (category == null || category.equals(category(order)))
                && (symbol == null || symbol.equals(order.symbol()));
    }

    static Set<String> categories() {
        return SYMBOLS.keySet();
    }

    static List<String> symbols(String category) {
        return SYMBOLS.getOrDefault(category, List.of());
    }

    static String symbol(RequestFields fields, String category) throws VenueRejection {
        String symbol = fields.required("symbol");
        if (!symbols(category).contains(symbol)) {
            throw new VenueRejection("25100", "Trading pair " + symbol + " does not exist");
        }
        return symbol;
    }

    static VenueRejection rejected(String what) {
        return new VenueRejection("400172", "Parameter verification failed: " + what);
    }

    @Override
    public VenueRejection missing(String name) {
        return rejected(name + " is missing");
    }

    @Override
    public VenueRejection wrong(String name) {
        return new VenueRejection("40020", "Parameter " + name + " error");
    }
}
