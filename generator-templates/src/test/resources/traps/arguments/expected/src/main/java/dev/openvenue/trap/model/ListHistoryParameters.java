package dev.openvenue.trap.model;

import java.time.Instant;

/**
 * The parameters of {@code listHistory}, by name.
 *
 * @param startTime From when
 * @param endTime Until when
 * @param sort The order
 * @param fromId The next page
 */
public record ListHistoryParameters(
        Instant startTime,
        Instant endTime,
        String sort,
        String fromId) {

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

    /** Collects the values; what the venue demands of them is checked when the call is made. */
    public static final class Builder {
        private Instant startTime;
        private Instant endTime;
        private String sort;
        private String fromId;

        private Builder() {}

        /** From when. */
        public Builder startTime(Instant startTime) {
            this.startTime = startTime;
            return this;
        }

        /** Until when. */
        public Builder endTime(Instant endTime) {
            this.endTime = endTime;
            return this;
        }

        /** The order. */
        public Builder sort(String sort) {
            this.sort = sort;
            return this;
        }

        /** The next page. */
        public Builder fromId(String fromId) {
            this.fromId = fromId;
            return this;
        }

        /** The record with what was set. */
        public ListHistoryParameters build() {
            return new ListHistoryParameters(startTime, endTime, sort, fromId);
        }
    }
}
