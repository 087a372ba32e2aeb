package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The venue's order item.
 *
 * @param side <b>Required.</b> Which way
 * @param clientOid The client order id
 */
public record OrderItem(@Nullable String side, @Nullable String clientOid) implements Validatable {
    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.side = side;
        builder.clientOid = clientOid;
        return builder;
    }

    @Override
    public void check(Violations checks) {
        checks.required("side", side);
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String side;
        private @Nullable String clientOid;

        private Builder() {}

        /** <b>Required.</b> Which way. */
        public Builder side(String side) {
            this.side = side;
            return this;
        }

        /** The client order id. */
        public Builder clientOid(@Nullable String clientOid) {
            this.clientOid = clientOid;
            return this;
        }

        /** Builds the record with what was set. */
        public OrderItem build() {
            return new OrderItem(side, clientOid);
        }
    }
}
