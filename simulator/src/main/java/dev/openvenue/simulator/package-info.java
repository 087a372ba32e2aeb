/**
 * Venues in this process, for tests: they keep orders, check signatures by their own reading of each venue's documents,
 * reject what the venue rejects in the venue's own words, and fail on demand.
 *
 * <p>Begin with {@link dev.openvenue.simulator.VenueSimulator}, or in JUnit with
 * {@link dev.openvenue.simulator.SimulatedVenueExtension}. Nothing here was checked against a live venue, and nothing
 * here is a market: orders rest until the test fills them or the API cancels them.
 */
@NullMarked
package dev.openvenue.simulator;

import org.jspecify.annotations.NullMarked;
