package dev.openvenue.simulator;

import dev.openvenue.simulator.SimulatedOrder.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of XT's API v4. Choices: amounts that are no positive number break the minimum of their filter;
 * for everything else that is missing or wrong there is no code but FAILURE.
 */
final class XtV4Fields implements RequestFields.Errors {
    static final Set<String> BUSINESS = Set.of("SPOT", "LEVER");

    private static final XtV4Fields ERRORS = new XtV4Fields();
    private static final Set<String> SIDES = Set.of("BUY", "SELL");

    private XtV4Fields() {}

    /** The parameters of a GET, or the members of the JSON body of any other request. */
    static RequestFields of(VenueRequest request) throws VenueRejection {
        if (request.method().equals("GET")) {
            return new RequestFields(request.queryParameters(), ERRORS);
        }
        try {
            return of(Json.read(request.bodyText()));
        } catch (IOException e) {
            throw Reasons.malformed(failure("The body is not JSON"), request.bodyText());
        }
    }

    /** The members of an object inside the body. */
    static RequestFields of(@Nullable Object item) throws VenueRejection {
        if (item instanceof Map<?, ?> members) {
            return new RequestFields(members, ERRORS);
        }
        throw failure("An object is missing");
    }

    static VenueRejection noSuchOrder() {
        return new VenueRejection("ORDER_005", "")
                .because(
                        "order-unknown",
                        "The account has no order with this id that the operation could concern",
                        "Check the id, and whose key signed the request");
    }

    static VenueRejection failure(String words) {
        return new VenueRejection("FAILURE", words);
    }

    /** A symbol that the venue trades. */
    static String symbol(RequestFields fields, List<String> symbols) throws VenueRejection {
        return known(fields.required("symbol"), symbols);
    }

    static String known(String symbol, List<String> symbols) throws VenueRejection {
        if (!symbols.contains(symbol)) {
            throw new VenueRejection("SYMBOL_001", "")
                    .because(
                            "symbol-unknown",
                            "The venue does not trade the symbol " + Spelling.quoted(symbol),
                            "Use one of " + String.join(", ", symbols));
        }
        return symbol;
    }

    /** The symbols that a query asks for; a list wins over a single one, and without either all are meant. */
    static List<String> symbols(RequestFields fields, List<String> symbols) throws VenueRejection {
        String asked = fields.optional("symbols", fields.optional("symbol", ""));
        List<String> found = new ArrayList<>();
        for (String symbol : asked.isEmpty() ? symbols : List.of(asked.split(","))) {
            found.add(known(symbol, symbols));
        }
        return found;
    }

    static Side side(RequestFields fields) throws VenueRejection {
        return Side.valueOf(fields.oneOf("side", SIDES));
    }

    /** Whether an order is what the parameters {@code symbol}, {@code bizType} and a side ask for. */
    static boolean wanted(RequestFields fields, String sideName, SimulatedOrder order) {
        return fields.optional("symbol", order.symbol()).equals(order.symbol())
                && fields.optional("bizType", business(order)).equals(business(order))
                && fields.optional(sideName, order.side().name())
                        .equals(order.side().name());
    }

    /** The account that an order is of; SPOT for one that the test put into the book. */
    static String business(SimulatedOrder order) {
        return order.details().getOrDefault("bizType", "SPOT");
    }

    /** An order id, which may be text or a number. */
    static String id(@Nullable Object element) throws VenueRejection {
        String id = element instanceof BigDecimal number ? number.toPlainString() : String.valueOf(element);
        if (!id.matches("\\d{1,30}")) {
            throw failure("An order id is not a whole number");
        }
        return id;
    }

    @Override
    public VenueRejection missing(String name) {
        return failure(name + " is missing");
    }

    @Override
    public VenueRejection wrong(String name) {
        return switch (name) {
            case "price" -> new VenueRejection("ORDER_F0101", "");
            case "quantity" -> new VenueRejection("ORDER_F0201", "");
            case "quoteQty" -> new VenueRejection("ORDER_F0301", "");
            default -> failure(name + " is wrong");
        };
    }
}
