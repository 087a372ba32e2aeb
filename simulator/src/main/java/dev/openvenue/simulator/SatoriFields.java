package dev.openvenue.simulator;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Satori's parameters and refuses them with Satori's codes. */
final class SatoriFields implements Fields.Errors {
    private static final SatoriFields ERRORS = new SatoriFields();
    private static final Set<String> FLAGS = Set.of("true", "True", "false", "False");

    private SatoriFields() {}

    /** The members of the JSON body if there is one, else the parameters of the query. */
    static Fields of(VenueRequest request) throws Refusal {
        if (!request.hasBody()) {
            return new Fields(request.queryParameters(), ERRORS);
        }
        try {
            return of(Json.read(request.bodyText()));
        } catch (IOException e) {
            throw ERRORS.wrong("body");
        }
    }

    static Fields of(@Nullable Object tree) throws Refusal {
        if (tree instanceof Map<?, ?> members) {
            return new Fields(members, ERRORS);
        }
        throw ERRORS.wrong("body");
    }

    /** A flag, in JSON's spelling or in Python's: the venue's own samples use both. */
    static boolean flag(Fields fields, String name) throws Refusal {
        return fields.oneOf(name, FLAGS).equalsIgnoreCase("true");
    }

    static Refusal illegal(String name) {
        return ERRORS.wrong(name);
    }

    @Override
    public Refusal missing(String name) {
        return new Refusal("2002", "Required parameter:" + name);
    }

    @Override
    public Refusal wrong(String name) {
        return new Refusal("2001", "Illegal parameter:" + name);
    }
}
