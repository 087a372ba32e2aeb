package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The venue's new order.
 *
 * @param coin The coin
 * @param force How long it lives
 * @param market What it is traded on
 * @param clientOid The client order id
 */
public record NewOrder(
        @Nullable String coin,
        @Nullable String force,
        @Nullable String market,
        @Nullable String clientOid) implements Validatable {
    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.coin = coin;
        builder.force = force;
        builder.market = market;
        builder.clientOid = clientOid;
        return builder;
    }

    @Override
    public void check(Violations checks) {}

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String coin;
        private @Nullable String force;
        private @Nullable String market;
        private @Nullable String clientOid;

        private Builder() {}

        /** The coin. */
        public Builder coin(@Nullable String coin) {
            this.coin = coin;
            return this;
        }

        /** How long it lives. */
        public Builder force(@Nullable String force) {
            this.force = force;
            return this;
        }

        /** What it is traded on. */
        public Builder market(@Nullable String market) {
            this.market = market;
            return this;
        }

        /** The client order id. */
        public Builder clientOid(@Nullable String clientOid) {
            this.clientOid = clientOid;
            return this;
        }

        /** Builds the record with what was set. */
        public NewOrder build() {
            return new NewOrder(coin, force, market, clientOid);
        }
    }
}
