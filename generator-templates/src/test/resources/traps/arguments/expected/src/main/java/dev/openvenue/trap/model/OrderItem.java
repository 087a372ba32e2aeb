package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;

/**
 * The venue's order item.
 *
 * @param side Which way
 * @param clientOid The client order id
 */
public record OrderItem(
        String side,
        String clientOid) implements Validatable {

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

    /** Collects the values; what the venue demands of them is checked when the call is made. */
    public static final class Builder {
        private String side;
        private String clientOid;

        private Builder() {}

        /** Which way. */
        public Builder side(String side) {
            this.side = side;
            return this;
        }

        /** The client order id. */
        public Builder clientOid(String clientOid) {
            this.clientOid = clientOid;
            return this;
        }

        /** The record with what was set. */
        public OrderItem build() {
            return new OrderItem(side, clientOid);
        }
    }
}
