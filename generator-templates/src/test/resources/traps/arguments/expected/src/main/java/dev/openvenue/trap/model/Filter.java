package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The venue's filter.
 *
 * @param symbol The symbol
 */
public record Filter(@Nullable String symbol) implements Validatable {
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
    public void check(Violations checks) {}

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String symbol;

        private Builder() {}

        /** The symbol. */
        public Builder symbol(@Nullable String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** Builds the record with what was set. */
        public Filter build() {
            return new Filter(symbol);
        }
    }
}
