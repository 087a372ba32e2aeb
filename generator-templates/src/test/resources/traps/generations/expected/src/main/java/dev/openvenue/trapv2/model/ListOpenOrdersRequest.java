package dev.openvenue.trapv2.model;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code listOpenOrders}.
 *
 * @param symbol The symbol
 * @param category The category
 * @param stop Whether stop orders are listed
 * @param before The last row
 */
public record ListOpenOrdersRequest(
        @Nullable String symbol,
        @Nullable String category,
        @Nullable Boolean stop,
        @Nullable String before) {
    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.symbol = symbol;
        builder.category = category;
        builder.stop = stop;
        builder.before = before;
        return builder;
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String symbol;
        private @Nullable String category;
        private @Nullable Boolean stop;
        private @Nullable String before;

        private Builder() {}

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

        /** Whether stop orders are listed. */
        public Builder stop(@Nullable Boolean stop) {
            this.stop = stop;
            return this;
        }

        /** The last row. */
        public Builder before(@Nullable String before) {
            this.before = before;
            return this;
        }

        /** Builds the record with what was set. */
        public ListOpenOrdersRequest build() {
            return new ListOpenOrdersRequest(symbol, category, stop, before);
        }
    }
}
