package dev.openvenue.simulator;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Reads Bitget's parameters and refuses them with Bitget's codes. */
final class BitgetFields implements Fields.Errors {
    private static final BitgetFields ERRORS = new BitgetFields();

    private static final Set<String> TYPES = Set.of("normal", "tpsl");

    private BitgetFields() {}

    /** The members of the JSON body, or the parameters of a GET. */
    static Fields of(VenueRequest request) throws Refusal {
        if (!request.method().equals("POST")) {
            return new Fields(request.queryParameters(), ERRORS);
        }
        Object tree;
        try {
            tree = Json.read(request.bodyText());
        } catch (IOException e) {
            throw new Refusal("40017", "Parameter verification failed: the body is not JSON");
        }
        if (!(tree instanceof Map<?, ?> members)) {
            throw new Refusal("40017", "Parameter verification failed: the body is not an object");
        }
        return new Fields(members, ERRORS);
    }

    /** The members of an object inside the body. */
    static Fields of(Object item) throws Refusal {
        if (!(item instanceof Map<?, ?> members)) {
            throw new Refusal("40017", "Parameter verification failed: an element of the list is not an object");
        }
        return new Fields(members, ERRORS);
    }

    /** Whether trigger orders are meant, and not plain ones. */
    static boolean trigger(Fields fields) throws Refusal {
        return fields.has("tpslType") && fields.oneOf("tpslType", TYPES).equals("tpsl");
    }

    @Override
    public Refusal missing(String name) {
        return new Refusal("40019", "Parameter " + name + " cannot be empty");
    }

    @Override
    public Refusal wrong(String name) {
        return new Refusal("40020", "Parameter " + name + " error");
    }
}
