package dev.openvenue.trap.model;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code amendOrder}.
 *
 * @param account <b>Required.</b> The account
 * @param endpoints Named like what the generator adds
 * @param request Named like the body
 * @param request2 <b>Required.</b> The venue's {@code request2}
 */
public record AmendOrderRequest(
        String account,
        @Nullable String endpoints,
        @Nullable String request,
        OrderItem request2) {
    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.account = account;
        builder.endpoints = endpoints;
        builder.request = request;
        builder.request2 = request2;
        return builder;
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String account;
        private @Nullable String endpoints;
        private @Nullable String request;
        private @Nullable OrderItem request2;

        private Builder() {}

        /** <b>Required.</b> The account. */
        public Builder account(String account) {
            this.account = account;
            return this;
        }

        /** Named like what the generator adds. */
        public Builder endpoints(@Nullable String endpoints) {
            this.endpoints = endpoints;
            return this;
        }

        /** Named like the body. */
        public Builder request(@Nullable String request) {
            this.request = request;
            return this;
        }

        /** <b>Required.</b> The venue's {@code request2}. */
        public Builder request2(OrderItem request2) {
            this.request2 = request2;
            return this;
        }

        /** Builds the record with what was set. */
        public AmendOrderRequest build() {
            return new AmendOrderRequest(account, endpoints, request, request2);
        }
    }
}
