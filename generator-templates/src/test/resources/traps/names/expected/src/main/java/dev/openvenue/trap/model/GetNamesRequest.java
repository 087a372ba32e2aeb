package dev.openvenue.trap.model;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code getNames}.
 *
 * @param classValue <b>Required.</b> The class
 * @param newValue A keyword
 * @param orderId Becomes camelCase
 * @param orderId2 Collides with the one before
 * @param waitValue A method of every object
 * @param xCHTS A header
 */
public record GetNamesRequest(
        String classValue,
        @Nullable String newValue,
        @Nullable String orderId,
        @Nullable String orderId2,
        @Nullable Boolean waitValue,
        @Nullable String xCHTS) {
    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.classValue = classValue;
        builder.newValue = newValue;
        builder.orderId = orderId;
        builder.orderId2 = orderId2;
        builder.waitValue = waitValue;
        builder.xCHTS = xCHTS;
        return builder;
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String classValue;
        private @Nullable String newValue;
        private @Nullable String orderId;
        private @Nullable String orderId2;
        private @Nullable Boolean waitValue;
        private @Nullable String xCHTS;

        private Builder() {}

        /** <b>Required.</b> The class. */
        public Builder classValue(String classValue) {
            this.classValue = classValue;
            return this;
        }

        /** A keyword. */
        public Builder newValue(@Nullable String newValue) {
            this.newValue = newValue;
            return this;
        }

        /** Becomes camelCase. */
        public Builder orderId(@Nullable String orderId) {
            this.orderId = orderId;
            return this;
        }

        /** Collides with the one before. */
        public Builder orderId2(@Nullable String orderId2) {
            this.orderId2 = orderId2;
            return this;
        }

        /** A method of every object. */
        public Builder waitValue(@Nullable Boolean waitValue) {
            this.waitValue = waitValue;
            return this;
        }

        /** A header. */
        public Builder xCHTS(@Nullable String xCHTS) {
            this.xCHTS = xCHTS;
            return this;
        }

        /** Builds the record with what was set. */
        public GetNamesRequest build() {
            return new GetNamesRequest(classValue, newValue, orderId, orderId2, waitValue, xCHTS);
        }
    }
}
