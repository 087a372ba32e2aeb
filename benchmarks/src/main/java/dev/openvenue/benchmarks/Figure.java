package dev.openvenue.benchmarks;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What of a benchmark is compared. */
enum Figure {
    /** The median time of an operation, in microseconds. */
    @JsonProperty("p50")
    P50,
    /** The time that 99 of 100 operations do not exceed, in microseconds. */
    @JsonProperty("p99")
    P99,
    /** What the caller's thread allocates for an operation, in bytes. */
    @JsonProperty("bytes")
    BYTES,
    /** The CPU time of the process for an operation, in microseconds. */
    @JsonProperty("cpu")
    CPU,
    /** The median again, where only its whole multiples mean something. */
    @JsonProperty("count")
    COUNT
}
