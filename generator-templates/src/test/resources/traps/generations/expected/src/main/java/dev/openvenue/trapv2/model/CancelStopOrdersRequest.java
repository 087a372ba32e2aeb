package dev.openvenue.trapv2.model;

import dev.openvenue.core.codegen.Copies;
import dev.openvenue.core.codegen.Validatable;
import dev.openvenue.core.codegen.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The venue's cancel stop orders request.
 *
 * @param category the venue's {@code category}
 * @param ids the venue's {@code ids}
 */
public record CancelStopOrdersRequest(
        @Nullable String category, @Nullable List<String> ids) implements Validatable {
    /** Copies what could change later: what is validated is what is sent. */
    public CancelStopOrdersRequest {
        ids = Copies.of(ids);
    }

    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.category = category;
        builder.ids = ids;
        return builder;
    }

    @Override
    public void check(Violations checks) {}

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable String category;
        private @Nullable List<String> ids;

        private Builder() {}

        /** The venue's {@code category}. */
        public Builder category(@Nullable String category) {
            this.category = category;
            return this;
        }

        /** The venue's {@code ids}. */
        public Builder ids(@Nullable List<String> ids) {
            this.ids = ids;
            return this;
        }

        /** Builds the record with what was set. */
        public CancelStopOrdersRequest build() {
            return new CancelStopOrdersRequest(category, ids);
        }
    }
}
