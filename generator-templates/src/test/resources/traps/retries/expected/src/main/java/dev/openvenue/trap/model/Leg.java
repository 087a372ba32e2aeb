package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The venue's leg.
 *
 * @param force Force
 */
public record Leg(@Nullable Force force) implements Validatable {
    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.force = force;
        return builder;
    }

    @Override
    public void check(Violations checks) {}

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable Force force;

        private Builder() {}

        /** Force. */
        public Builder force(@Nullable Force force) {
            this.force = force;
            return this;
        }

        /** Builds the record with what was set. */
        public Leg build() {
            return new Leg(force);
        }
    }
}
