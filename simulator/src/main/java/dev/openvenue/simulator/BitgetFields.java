package dev.openvenue.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads Bitget's parameters and rejects invalid ones with Bitget's codes. */
final class BitgetFields implements RequestFields.Errors {
    private static final BitgetFields ERRORS = new BitgetFields();

    private static final Set<String> TYPES = Set.of("normal", "tpsl");

    private BitgetFields() {}

    /** The members of the JSON body, or the parameters of a GET. */
    static RequestFields of(VenueRequest request) throws VenueRejection {
        if (!request.method().equals("POST")) {
            return new RequestFields(request.queryParameters(), ERRORS);
        }
        Object tree;
        try {
            tree = Json.read(request.bodyText());
        } catch (IOException e) {
            throw Reasons.malformed(
                    new VenueRejection("40017", "Parameter verification failed: the body is not JSON"),
                    request.bodyText());
        }
        if (!(tree instanceof Map<?, ?> members)) {
            throw Reasons.malformed(
                    new VenueRejection("40017", "Parameter verification failed: the body is not an object"),
                    request.bodyText());
        }
        return new RequestFields(members, ERRORS);
    }

    /** The members of an object inside the body. */
    static RequestFields of(Object item) throws VenueRejection {
        if (!(item instanceof Map<?, ?> members)) {
            throw new VenueRejection("40017", "Parameter verification failed: an element of the list is not an object");
        }
        return new RequestFields(members, ERRORS);
    }

    /** Whether trigger orders are requested rather than plain ones. */
    static boolean trigger(RequestFields fields) throws VenueRejection {
        return fields.has("tpslType") && fields.oneOf("tpslType", TYPES).equals("tpsl");
    }

    /** A symbol that the venue trades. */
    static String symbol(RequestFields fields, List<String> symbols) throws VenueRejection {
        return known(fields.required("symbol"), symbols);
    }

    static String known(String symbol, List<String> symbols) throws VenueRejection {
        if (!symbols.contains(symbol)) {
            throw new VenueRejection("40034", "Parameter " + symbol + " does not exist");
        }
        return symbol;
    }

    @Override
    public VenueRejection missing(String name) {
        return new VenueRejection("40019", "Parameter " + name + " cannot be empty");
    }

    @Override
    public VenueRejection wrong(String name) {
        return new VenueRejection("40020", "Parameter " + name + " error");
    }
}
