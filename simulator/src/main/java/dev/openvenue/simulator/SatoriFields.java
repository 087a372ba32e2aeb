package dev.openvenue.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Satori's parameters and rejects invalid ones with Satori's codes. */
final class SatoriFields implements RequestFields.Errors {
    private static final SatoriFields ERRORS = new SatoriFields();
    private static final Set<String> FLAGS = Set.of("true", "True", "false", "False");

    private SatoriFields() {}

    /** The members of the JSON body if there is one, else the parameters of the query. */
    static RequestFields of(VenueRequest request) throws VenueRejection {
        if (!request.hasBody()) {
            return new RequestFields(request.queryParameters(), ERRORS);
        }
        try {
            return of(Json.read(request.bodyText()));
        } catch (IOException e) {
            throw Reasons.malformed(ERRORS.wrong("body"), request.bodyText());
        }
    }

    static RequestFields of(@Nullable Object tree) throws VenueRejection {
        if (tree instanceof Map<?, ?> members) {
            return new RequestFields(members, ERRORS);
        }
        throw ERRORS.wrong("body");
    }

    /** A flag, as spelled in JSON or in Python: the venue's own samples use both. */
    static boolean flag(RequestFields fields, String name) throws VenueRejection {
        return fields.oneOf(name, FLAGS).equalsIgnoreCase("true");
    }

    /** A pair that the venue trades. */
    static String pair(RequestFields fields, List<String> symbols) throws VenueRejection {
        String pair = fields.required("pairName");
        if (!symbols.contains(pair)) {
            throw illegal("pairName");
        }
        return pair;
    }

    static VenueRejection illegal(String name) {
        return ERRORS.wrong(name);
    }

    @Override
    public VenueRejection missing(String name) {
        return new VenueRejection("2002", "Required parameter:" + name);
    }

    @Override
    public VenueRejection wrong(String name) {
        return new VenueRejection("2001", "Illegal parameter:" + name);
    }
}
