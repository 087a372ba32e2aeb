package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import dev.openvenue.core.codegen.Copies;
import java.util.List;

/**
 * The venue's order to place.
 *
 * @param clientOid the venue's {@code clientOid}
 * @param kind Kind
 * @param window the venue's {@code window}
 * @param legs the venue's {@code legs}
 */
public record OrderToPlace(
        String clientOid,
        Kind kind,
        String window,
        List<Leg> legs) implements Validatable {

    /** Copies what could change later: what is checked is what is sent. */
    public OrderToPlace {
        legs = Copies.of(legs);
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.clientOid = clientOid;
        builder.kind = kind;
        builder.window = window;
        builder.legs = legs;
        return builder;
    }

    @Override
    public void check(Violations checks) {
        checks.nested("legs", legs);
    }

    /** Collects the values; what the venue demands of them is checked when the call is made. */
    public static final class Builder {
        private String clientOid;
        private Kind kind;
        private String window;
        private List<Leg> legs;

        private Builder() {}

        /** The venue's {@code clientOid}. */
        public Builder clientOid(String clientOid) {
            this.clientOid = clientOid;
            return this;
        }

        /** Kind. */
        public Builder kind(Kind kind) {
            this.kind = kind;
            return this;
        }

        /** The venue's {@code window}. */
        public Builder window(String window) {
            this.window = window;
            return this;
        }

        /** The venue's {@code legs}. */
        public Builder legs(List<Leg> legs) {
            this.legs = legs;
            return this;
        }

        /** The record with what was set. */
        public OrderToPlace build() {
            return new OrderToPlace(clientOid, kind, window, legs);
        }
    }
}
