/**
 * Venues in this process, for tests: they keep orders, verify signatures with an independent implementation of each
 * venue's documents, reject what the venue rejects in the venue's own words, and inject faults on request.
 *
 * <p>Start with {@link dev.openvenue.simulator.VenueSimulator}, or in JUnit with
 * {@link dev.openvenue.simulator.SimulatedVenueExtension}. Nothing here was checked against a live venue, and nothing
 * here is a market: orders rest until the test fills them or the API cancels them.
 *
 * <p>The package is flat on purpose: in packages of their own, the venues would need the simulator's hidden types to be
 * public. Instead every venue fills the same six roles, named after it:
 *
 * <ul>
 *   <li>{@code BitgetVenue}: what the venue is: its paths, keys and limits, and the documents it responds with
 *   <li>{@code BitgetSignature}: verifies key, timestamp and signature of a request
 *   <li>{@code BitgetFields}: reads parameters, and rejects invalid ones with the venue's codes
 *   <li>{@code BitgetPlacing}: the operations that place orders
 *   <li>{@code BitgetCancelling}: the operations that cancel orders
 *   <li>{@code BitgetQueries}: the operations that return orders and symbols, and their rows
 * </ul>
 */
@NullMarked
package dev.openvenue.simulator;

import org.jspecify.annotations.NullMarked;
