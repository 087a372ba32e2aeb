package dev.openvenue.trap.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code listHistory}.
 *
 * @param startTime From when
 * @param endTime Until when
 * @param sort The order
 * @param fromId The next page
 */
public record ListHistoryRequest(
        @Nullable Instant startTime,
        @Nullable Instant endTime,
        @Nullable String sort,
        @Nullable String fromId) {
    /** Starts with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts with what is set here. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.startTime = startTime;
        builder.endTime = endTime;
        builder.sort = sort;
        builder.fromId = fromId;
        return builder;
    }

    /** Collects the values; they are validated when the call is made. */
    public static final class Builder {
        private @Nullable Instant startTime;
        private @Nullable Instant endTime;
        private @Nullable String sort;
        private @Nullable String fromId;

        private Builder() {}

        /** From when. */
        public Builder startTime(@Nullable Instant startTime) {
            this.startTime = startTime;
            return this;
        }

        /** Until when. */
        public Builder endTime(@Nullable Instant endTime) {
            this.endTime = endTime;
            return this;
        }

        /** The order. */
        public Builder sort(@Nullable String sort) {
            this.sort = sort;
            return this;
        }

        /** The next page. */
        public Builder fromId(@Nullable String fromId) {
            this.fromId = fromId;
            return this;
        }

        /** Builds the record with what was set. */
        public ListHistoryRequest build() {
            return new ListHistoryRequest(startTime, endTime, sort, fromId);
        }
    }
}
