package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;

/**
 * The venue's filter.
 *
 * @param symbol The symbol
 */
public record Filter(
        String symbol) implements Validatable {

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.symbol = symbol;
        return builder;
    }

    @Override
    public void check(Violations checks) {
    }

    /** Collects the values; what the venue demands of them is checked when the call is made. */
    public static final class Builder {
        private String symbol;

        private Builder() {}

        /** The symbol. */
        public Builder symbol(String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** The record with what was set. */
        public Filter build() {
            return new Filter(symbol);
        }
    }
}
