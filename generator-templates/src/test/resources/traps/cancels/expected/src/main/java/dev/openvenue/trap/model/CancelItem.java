package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The venue's cancel item.
 *
 * @param orderId The id
 * @param clientOid The client order id
 */
public record CancelItem(@Nullable String orderId, @Nullable String clientOid) implements Validatable {
    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.orderId = orderId;
        builder.clientOid = clientOid;
        return builder;
    }

    @Override
    public void check(Violations checks) {}

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String orderId;
        private @Nullable String clientOid;

        private Builder() {}

        /** The id. */
        public Builder orderId(@Nullable String orderId) {
            this.orderId = orderId;
            return this;
        }

        /** The client order id. */
        public Builder clientOid(@Nullable String clientOid) {
            this.clientOid = clientOid;
            return this;
        }

        /** Builds the record with what was set. */
        public CancelItem build() {
            return new CancelItem(orderId, clientOid);
        }
    }
}
