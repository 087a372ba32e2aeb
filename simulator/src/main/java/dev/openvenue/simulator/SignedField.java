package dev.openvenue.simulator;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that belongs to a signature, and where the venue looks for it.
 *
 * @param place {@code header} or {@code parameter}
 * @param value null if it is absent
 */
record SignedField(String place, String name, @Nullable String value) {
    static SignedField header(VenueRequest request, String name) {
        return new SignedField("header", name, request.header(name));
    }

    static SignedField parameter(Map<String, String> parameters, String name) {
        return new SignedField("parameter", name, parameters.get(name));
    }

    boolean isMissing() {
        return value == null || value.isEmpty();
    }

    /** Empty text if it is absent. */
    String text() {
        return value == null ? "" : value;
    }

    /** {@code the header ACCESS-SIGN}. */
    String label() {
        return "the " + place + " " + name;
    }
}
