package dev.openvenue.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads HTX's parameters and rejects invalid ones with HTX's codes. */
final class HtxFields implements RequestFields.Errors {
    private static final HtxFields ERRORS = new HtxFields();

    /** The newer paths name the errors by numbers. */
    private static final RequestFields.Errors NUMBERED = new RequestFields.Errors() {
        @Override
        public VenueRejection missing(String name) {
            return new VenueRejection("2003", "missing mandatory field '" + name + "'");
        }

        @Override
        public VenueRejection wrong(String name) {
            return new VenueRejection("2002", "invalid field value in '" + name + "'");
        }
    };

    private HtxFields() {}

    /** The members of the body, or the parameters of a GET, of a path that begins with {@code /v2}. */
    static RequestFields numbered(VenueRequest request) throws VenueRejection {
        if (!request.method().equals("POST")) {
            return new RequestFields(request.queryParameters(), NUMBERED);
        }
        if (json(request) instanceof Map<?, ?> members) {
            return new RequestFields(members, NUMBERED);
        }
        throw gatewayError();
    }

    /** The parameters of a GET; those of the signature are included, harmlessly. */
    static RequestFields query(VenueRequest request) {
        return new RequestFields(request.queryParameters(), ERRORS);
    }

    /** The members of the body; none if there is no body. */
    static RequestFields body(VenueRequest request) throws VenueRejection {
        return request.hasBody() ? object(json(request)) : new RequestFields(Map.of(), ERRORS);
    }

    static RequestFields object(@Nullable Object tree) throws VenueRejection {
        if (tree instanceof Map<?, ?> members) {
            return new RequestFields(members, ERRORS);
        }
        throw gatewayError();
    }

    /** A symbol that the venue trades. */
    static String symbol(RequestFields fields, List<String> symbols) throws VenueRejection {
        String symbol = fields.required("symbol");
        if (!symbols.contains(symbol)) {
            throw new VenueRejection("base-symbol-error", "The symbol " + symbol + " is invalid");
        }
        return symbol;
    }

    static @Nullable Object json(VenueRequest request) throws VenueRejection {
        try {
            return Json.read(request.bodyText());
        } catch (IOException e) {
            throw Reasons.malformed(gatewayError(), request.bodyText());
        }
    }

    /** The gateway's rejection of malformed JSON, and of a POST whose content type is not JSON. */
    static VenueRejection gatewayError() {
        return new VenueRejection("gateway-internal-error", "Internal gateway error, please try again later");
    }

    @Override
    public VenueRejection missing(String name) {
        return new VenueRejection("validation-constraints-required", name + " is required");
    }

    @Override
    public VenueRejection wrong(String name) {
        return new VenueRejection("validation-constraints-error", name + " is invalid");
    }
}
