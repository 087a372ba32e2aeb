package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.Copies;
import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The venue's cancel request.
 *
 * @param orderList <b>Required.</b> The orders
 */
public record CancelRequest(List<CancelItem> orderList) implements Validatable {
    /** Copies what could change later: what is validated is what is sent. */
    public CancelRequest {
        orderList = Copies.of(orderList);
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.orderList = orderList;
        return builder;
    }

    @Override
    public void check(Violations checks) {
        checks.required("orderList", orderList);
        checks.nested("orderList", orderList);
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable List<CancelItem> orderList;

        private Builder() {}

        /** <b>Required.</b> The orders. */
        public Builder orderList(List<CancelItem> orderList) {
            this.orderList = orderList;
            return this;
        }

        /** Builds the record with what was set. */
        public CancelRequest build() {
            return new CancelRequest(orderList);
        }
    }
}
