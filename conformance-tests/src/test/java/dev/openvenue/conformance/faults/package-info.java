/**
 * Fault schedules: runs over real sockets in which things go wrong, drawn from a seed, and the judge that compares what
 * the SDK reports with what is true at the simulated venue.
 */
@NullMarked
package dev.openvenue.conformance.faults;

import org.jspecify.annotations.NullMarked;
