package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Copies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code listMany}.
 *
 * @param symbol <b>Required.</b> The symbol
 * @param symbols Symbols joined with commas
 * @param both A flag with a capital
 * @param limit How many
 * @param startTime From when
 * @param price The price
 * @param fromId The next page.
 */
public record ListManyRequest(
        String symbol,
        @Nullable List<String> symbols,
        @Nullable Boolean both,
        @Nullable Integer limit,
        @Nullable Instant startTime,
        @Nullable BigDecimal price,
        @Nullable String fromId) {
    /** Copies what could change later: what is validated is what is sent. */
    public ListManyRequest {
        symbols = Copies.of(symbols);
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.symbol = symbol;
        builder.symbols = symbols;
        builder.both = both;
        builder.limit = limit;
        builder.startTime = startTime;
        builder.price = price;
        builder.fromId = fromId;
        return builder;
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String symbol;
        private @Nullable List<String> symbols;
        private @Nullable Boolean both;
        private @Nullable Integer limit;
        private @Nullable Instant startTime;
        private @Nullable BigDecimal price;
        private @Nullable String fromId;

        private Builder() {}

        /** <b>Required.</b> The symbol. */
        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** Symbols joined with commas. */
        public Builder symbols(@Nullable List<String> symbols) {
            this.symbols = symbols;
            return this;
        }

        /** A flag with a capital. */
        public Builder both(@Nullable Boolean both) {
            this.both = both;
            return this;
        }

        /** How many. */
        public Builder limit(@Nullable Integer limit) {
            this.limit = limit;
            return this;
        }

        /** From when. */
        public Builder startTime(@Nullable Instant startTime) {
            this.startTime = startTime;
            return this;
        }

        /** The price. */
        public Builder price(@Nullable BigDecimal price) {
            this.price = price;
            return this;
        }

        /** The next page. */
        public Builder fromId(@Nullable String fromId) {
            this.fromId = fromId;
            return this;
        }

        /** Builds the record with what was set. */
        public ListManyRequest build() {
            return new ListManyRequest(symbol, symbols, both, limit, startTime, price, fromId);
        }
    }
}
