package dev.openvenue.simulator;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads HTX's parameters and refuses them with HTX's codes. */
final class HtxFields implements Fields.Errors {
    private static final HtxFields ERRORS = new HtxFields();

    private HtxFields() {}

    /** The parameters of a GET; those of the signature do no harm among them. */
    static Fields query(VenueRequest request) {
        return new Fields(request.queryParameters(), ERRORS);
    }

    /** The members of the body; none if there is no body. */
    static Fields body(VenueRequest request) throws Refusal {
        return request.hasBody() ? object(json(request)) : new Fields(Map.of(), ERRORS);
    }

    static Fields object(@Nullable Object tree) throws Refusal {
        if (tree instanceof Map<?, ?> members) {
            return new Fields(members, ERRORS);
        }
        throw gatewayError();
    }

    static @Nullable Object json(VenueRequest request) throws Refusal {
        try {
            return Json.read(request.bodyText());
        } catch (IOException e) {
            throw gatewayError();
        }
    }

    /** What the gateway says of broken JSON, and of a POST that does not call itself JSON. */
    static Refusal gatewayError() {
        return new Refusal("gateway-internal-error", "Internal gateway error, please try again later");
    }

    @Override
    public Refusal missing(String name) {
        return new Refusal("validation-constraints-required", name + " is required");
    }

    @Override
    public Refusal wrong(String name) {
        return new Refusal("validation-constraints-error", name + " is invalid");
    }
}
