package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Copies;
import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The venue's order to place.
 *
 * @param clientOid the venue's {@code clientOid}
 * @param kind Kind
 * @param window the venue's {@code window}
 * @param legs the venue's {@code legs}
 */
public record OrderToPlace(
        @Nullable String clientOid,
        @Nullable Kind kind,
        @Nullable String window,
        @Nullable List<Leg> legs) implements Validatable {
    /** Copies what could change later: what is validated is what is sent. */
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

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String clientOid;
        private @Nullable Kind kind;
        private @Nullable String window;
        private @Nullable List<Leg> legs;

        private Builder() {}

        /** The venue's {@code clientOid}. */
        public Builder clientOid(@Nullable String clientOid) {
            this.clientOid = clientOid;
            return this;
        }

        /** Kind. */
        public Builder kind(@Nullable Kind kind) {
            this.kind = kind;
            return this;
        }

        /** The venue's {@code window}. */
        public Builder window(@Nullable String window) {
            this.window = window;
            return this;
        }

        /** The venue's {@code legs}. */
        public Builder legs(@Nullable List<Leg> legs) {
            this.legs = legs;
            return this;
        }

        /** Builds the record with what was set. */
        public OrderToPlace build() {
            return new OrderToPlace(clientOid, kind, window, legs);
        }
    }
}
