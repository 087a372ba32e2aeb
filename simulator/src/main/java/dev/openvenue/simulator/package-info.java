/**
 * Venues in this process, for tests: they keep orders, verify signatures with an independent implementation of each
 * venue's documents, reject what the venue rejects in the venue's own words, and inject faults on request.
 *
 * <p>Start with {@link dev.openvenue.simulator.VenueSimulator}, or in JUnit with
 * {@link dev.openvenue.simulator.SimulatedVenueExtension}. Nothing here was checked against a live venue, and nothing
 * here is a market: orders rest until the test fills them or the API cancels them.
 */
@NullMarked
package dev.openvenue.simulator;

import org.jspecify.annotations.NullMarked;
