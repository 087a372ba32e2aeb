package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Copies;
import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param symbol <b>Required.</b> The symbol
 * @param size The size; in coins, not in contracts
 * @param levels The levels
 * @param parent the venue's {@code parent}
 * @param parentId Id of the parent
 * @param clientOid The client order id
 * @param quoteSize The size in money
 * @param seconds Nothing or enough
 * @param taker The other side
 * @param trade Text or a number
 */
public record PlaceRequest(
        String symbol,
        @Nullable BigDecimal size,
        @Nullable List<OrderItem> levels,
        @Nullable OrderItem parent,
        @Nullable String parentId,
        @Nullable String clientOid,
        @Nullable BigDecimal quoteSize,
        @Nullable Integer seconds,
        @Nullable OrderItem taker,
        @Nullable String trade)
        implements Validatable {
    /** Copies what could change later: what is validated is what is sent. */
    public PlaceRequest {
        levels = Copies.of(levels);
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.symbol = symbol;
        builder.size = size;
        builder.levels = levels;
        builder.parent = parent;
        builder.parentId = parentId;
        builder.clientOid = clientOid;
        builder.quoteSize = quoteSize;
        builder.seconds = seconds;
        builder.taker = taker;
        builder.trade = trade;
        return builder;
    }

    @Override
    public void check(Violations checks) {
        checks.required("symbol", symbol);
        checks.size("symbol", symbol, 1, 20);
        checks.pattern("symbol", symbol, "^[A-Z\"\\\\]+$");
        checks.range("size", size, "0.00000001", "");
        checks.size("levels", levels, 1, 5);
        checks.nested("levels", levels);
        checks.nested("parent", parent);
        checks.pattern("parentId", parentId, "-?\\d{1,1000}");
        checks.ranges("seconds", seconds, "", "0", "5", "");
        checks.nested("taker", taker);
        checks.oneOf("levels", levels, "taker", taker);
        checks.oneOf("size", size, "quoteSize", quoteSize);
        checks.anyOf("clientOid", clientOid, "parent", parent);
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String symbol;
        private @Nullable BigDecimal size;
        private @Nullable List<OrderItem> levels;
        private @Nullable OrderItem parent;
        private @Nullable String parentId;
        private @Nullable String clientOid;
        private @Nullable BigDecimal quoteSize;
        private @Nullable Integer seconds;
        private @Nullable OrderItem taker;
        private @Nullable String trade;

        private Builder() {}

        /** <b>Required.</b> The symbol. */
        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** The size. */
        public Builder size(@Nullable BigDecimal size) {
            this.size = size;
            return this;
        }

        /** The levels. */
        public Builder levels(@Nullable List<OrderItem> levels) {
            this.levels = levels;
            return this;
        }

        /** The venue's {@code parent}. */
        public Builder parent(@Nullable OrderItem parent) {
            this.parent = parent;
            return this;
        }

        /** Id of the parent. */
        public Builder parentId(@Nullable String parentId) {
            this.parentId = parentId;
            return this;
        }

        /** The client order id. */
        public Builder clientOid(@Nullable String clientOid) {
            this.clientOid = clientOid;
            return this;
        }

        /** The size in money. */
        public Builder quoteSize(@Nullable BigDecimal quoteSize) {
            this.quoteSize = quoteSize;
            return this;
        }

        /** Nothing or enough. */
        public Builder seconds(@Nullable Integer seconds) {
            this.seconds = seconds;
            return this;
        }

        /** The other side. */
        public Builder taker(@Nullable OrderItem taker) {
            this.taker = taker;
            return this;
        }

        /** Text or a number. */
        public Builder trade(@Nullable String trade) {
            this.trade = trade;
            return this;
        }

        /** Builds the record with what was set. */
        public PlaceRequest build() {
            return new PlaceRequest(
                    symbol, size, levels, parent, parentId, clientOid, quoteSize, seconds, taker, trade);
        }
    }
}
