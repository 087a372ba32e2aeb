package dev.openvenue.trap.model;

/**
 * The parameters of {@code getNames}, by name.
 *
 * @param classValue The class
 * @param newValue A keyword
 * @param orderId Becomes camelCase
 * @param orderId2 Collides with the one before
 * @param waitValue A method of every object
 * @param xCHTS A header
 */
public record GetNamesParameters(
        String classValue,
        String newValue,
        String orderId,
        String orderId2,
        Boolean waitValue,
        String xCHTS) {

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

    /** Collects the values; what the venue demands of them is checked when the call is made. */
    public static final class Builder {
        private String classValue;
        private String newValue;
        private String orderId;
        private String orderId2;
        private Boolean waitValue;
        private String xCHTS;

        private Builder() {}

        /** The class. */
        public Builder classValue(String classValue) {
            this.classValue = classValue;
            return this;
        }

        /** A keyword. */
        public Builder newValue(String newValue) {
            this.newValue = newValue;
            return this;
        }

        /** Becomes camelCase. */
        public Builder orderId(String orderId) {
            this.orderId = orderId;
            return this;
        }

        /** Collides with the one before. */
        public Builder orderId2(String orderId2) {
            this.orderId2 = orderId2;
            return this;
        }

        /** A method of every object. */
        public Builder waitValue(Boolean waitValue) {
            this.waitValue = waitValue;
            return this;
        }

        /** A header. */
        public Builder xCHTS(String xCHTS) {
            this.xCHTS = xCHTS;
            return this;
        }

        /** The record with what was set. */
        public GetNamesParameters build() {
            return new GetNamesParameters(classValue, newValue, orderId, orderId2, waitValue, xCHTS);
        }
    }
}
