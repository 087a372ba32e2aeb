package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Copies;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
<<<<<<<< HEAD:generator-templates/src/test/resources/traps/arguments/expected/src/main/java/dev/openvenue/trap/model/ListManyParameters.java
 * The parameters of {@code listMany}, by name.
========
 * The parameters of {@code many}.
>>>>>>>> xv:generator-templates/src/test/resources/traps/arguments/expected/src/main/java/dev/openvenue/trap/model/ManyRequest.java
 *
 * @param symbol <b>Required.</b> The symbol
 * @param symbols Symbols joined with commas
 * @param both A flag with a capital
 * @param limit How many
 * @param startTime From when
 * @param price The price
 * @param fromId The next page.
 */
<<<<<<<< HEAD:generator-templates/src/test/resources/traps/arguments/expected/src/main/java/dev/openvenue/trap/model/ListManyParameters.java
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
========
public record ManyRequest(
        String symbol,
        @Nullable List<String> symbols,
        @Nullable Boolean both,
        @Nullable Integer limit,
        @Nullable Instant startTime,
        @Nullable BigDecimal price,
        @Nullable String fromId) {
    /** Copies what could change later: what is validated is what is sent. */
    public ManyRequest {
>>>>>>>> xv:generator-templates/src/test/resources/traps/arguments/expected/src/main/java/dev/openvenue/trap/model/ManyRequest.java
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

<<<<<<<< HEAD:generator-templates/src/test/resources/traps/arguments/expected/src/main/java/dev/openvenue/trap/model/ListManyParameters.java
        /** The record with what was set. */
        public ListManyParameters build() {
            return new ListManyParameters(symbol, symbols, both, limit, startTime, price, fromId);
========
        /** Builds the record with what was set. */
        public ManyRequest build() {
            return new ManyRequest(symbol, symbols, both, limit, startTime, price, fromId);
>>>>>>>> xv:generator-templates/src/test/resources/traps/arguments/expected/src/main/java/dev/openvenue/trap/model/ManyRequest.java
        }
    }
}
