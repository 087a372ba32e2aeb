package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Copies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The parameters of {@code listMany}, by name.
 *
 * @param symbol The symbol
 * @param symbols Symbols joined with commas
 * @param both A flag with a capital
 * @param limit How many
 * @param startTime From when
 * @param price The price
 * @param fromId The next page.
 */
public record ListManyParameters(
        String symbol,
        List<String> symbols,
        Boolean both,
        Integer limit,
        Instant startTime,
        BigDecimal price,
        String fromId) {

    /** Copies what could change later: what is checked is what is sent. */
    public ListManyParameters {
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

    /** Collects the values; what the venue demands of them is checked when the call is made. */
    public static final class Builder {
        private String symbol;
        private List<String> symbols;
        private Boolean both;
        private Integer limit;
        private Instant startTime;
        private BigDecimal price;
        private String fromId;

        private Builder() {}

        /** The symbol. */
        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** Symbols joined with commas. */
        public Builder symbols(List<String> symbols) {
            this.symbols = symbols;
            return this;
        }

        /** A flag with a capital. */
        public Builder both(Boolean both) {
            this.both = both;
            return this;
        }

        /** How many. */
        public Builder limit(Integer limit) {
            this.limit = limit;
            return this;
        }

        /** From when. */
        public Builder startTime(Instant startTime) {
            this.startTime = startTime;
            return this;
        }

        /** The price. */
        public Builder price(BigDecimal price) {
            this.price = price;
            return this;
        }

        /** The next page. */
        public Builder fromId(String fromId) {
            this.fromId = fromId;
            return this;
        }

        /** The record with what was set. */
        public ListManyParameters build() {
            return new ListManyParameters(symbol, symbols, both, limit, startTime, price, fromId);
        }
    }
}
