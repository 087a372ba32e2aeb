package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code placeOrders}.
 *
 * @param symbol The symbol
 * @param mode The mode
 * @param level The level
 * @param request <b>Required.</b> The venue's {@code request}
 */
public record PlaceOrdersRequest(
        @Nullable String symbol,
        @Nullable String mode,
        @Nullable Integer level,
        List<NewOrder> request) {
    /** Copies what could change later: what is validated is what is sent. */
    public PlaceOrdersRequest {
        request = Copies.of(request);
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.symbol = symbol;
        builder.mode = mode;
        builder.level = level;
        builder.request = request;
        return builder;
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String symbol;
        private @Nullable String mode;
        private @Nullable Integer level;
        private @Nullable List<NewOrder> request;

        private Builder() {}

        /** The symbol. */
        public Builder symbol(@Nullable String symbol) {
            this.symbol = symbol;
            return this;
        }

        /** The mode. */
        public Builder mode(@Nullable String mode) {
            this.mode = mode;
            return this;
        }

        /** The level. */
        public Builder level(@Nullable Integer level) {
            this.level = level;
            return this;
        }

        /** <b>Required.</b> The venue's {@code request}. */
        public Builder request(List<NewOrder> request) {
            this.request = request;
            return this;
        }

        /** Builds the record with what was set. */
        public PlaceOrdersRequest build() {
            return new PlaceOrdersRequest(symbol, mode, level, request);
        }
    }
}
