package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Checked;
import dev.openvenue.core.codegen.Checks;
import java.math.BigDecimal;
import java.util.List;

/**
 * An order.
 *
 * @param symbol The symbol
 * @param size The size; in coins, not in contracts
 * @param levels The levels
 * @param parent the venue's {@code parent}
 * @param clientOid The client order id
 * @param quoteSize The size in money
 */
public record PlaceRequest(
        String symbol,
        BigDecimal size,
        List<OrderItem> levels,
        OrderItem parent,
        String clientOid,
        BigDecimal quoteSize) implements Checked {

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
        builder.clientOid = clientOid;
        builder.quoteSize = quoteSize;
        return builder;
    }

    @Override
    public void check(Checks checks) {
        checks.required("symbol", symbol);
        checks.size("symbol", symbol, 1, 20);
        checks.pattern("symbol", symbol, "^[A-Z\"\\\\]+$");
        checks.range("size", size, "0.00000001", "");
        checks.size("levels", levels, 1, 5);
        checks.nested("levels", levels);
        checks.nested("parent", parent);
        checks.oneOf("size", size, "quoteSize", quoteSize);
        checks.anyOf("clientOid", clientOid, "parent", parent);
    }

    /** Collects the values; what the venue demands of them is checked when the call is made. */
    public static final class Builder {
        private String symbol;
        private BigDecimal size;
        private List<OrderItem> levels;
        private OrderItem parent;
        private String clientOid;
        private BigDecimal quoteSize;

        private Builder() {}

        /** The symbol. */
        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** The size. */
        public Builder size(BigDecimal size) {
            this.size = size;
            return this;
        }

        /** The levels. */
        public Builder levels(List<OrderItem> levels) {
            this.levels = levels;
            return this;
        }

        /** The venue's {@code parent}. */
        public Builder parent(OrderItem parent) {
            this.parent = parent;
            return this;
        }

        /** The client order id. */
        public Builder clientOid(String clientOid) {
            this.clientOid = clientOid;
            return this;
        }

        /** The size in money. */
        public Builder quoteSize(BigDecimal quoteSize) {
            this.quoteSize = quoteSize;
            return this;
        }

        /** The record with what was set. */
        public PlaceRequest build() {
            return new PlaceRequest(symbol, size, levels, parent, clientOid, quoteSize);
        }
    }
}
