package dev.openvenue.trapv2.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The venue's cancel item.
 *
 * @param orderId The id
 * @param clientOid The client order id
 * @param symbol The symbol
 * @param category The category
 * @param kind The kind
 * @param level The level
 */
public record CancelItem(
        @Nullable String orderId,
        @Nullable String clientOid,
        @Nullable String symbol,
        @Nullable String category,
        @Nullable String kind,
        @Nullable Integer level)
        implements Validatable {
    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.orderId = orderId;
        builder.clientOid = clientOid;
        builder.symbol = symbol;
        builder.category = category;
        builder.kind = kind;
        builder.level = level;
        return builder;
    }

    @Override
    public void check(Violations checks) {}

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String orderId;
        private @Nullable String clientOid;
        private @Nullable String symbol;
        private @Nullable String category;
        private @Nullable String kind;
        private @Nullable Integer level;

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

        /** The symbol. */
        public Builder symbol(@Nullable String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** The category. */
        public Builder category(@Nullable String category) {
            this.category = category;
            return this;
        }

        /** The kind. */
        public Builder kind(@Nullable String kind) {
            this.kind = kind;
            return this;
        }

        /** The level. */
        public Builder level(@Nullable Integer level) {
            this.level = level;
            return this;
        }

        /** Builds the record with what was set. */
        public CancelItem build() {
            return new CancelItem(orderId, clientOid, symbol, category, kind, level);
        }
    }
}
