/**
 * Venues in this process, for tests: they keep orders, verify signatures with an independent implementation of each
 * venue's documents, reject what the venue rejects in the venue's own words, and inject faults on request.
 *
 * <p>Start with {@link dev.openvenue.simulator.VenueSimulator}, or in JUnit with
 * {@link dev.openvenue.simulator.SimulatedVenueExtension}. Nothing here was checked against a live venue, and nothing
 * here is a market: orders rest until the test fills them or the API cancels them.
 *
 * <p>The package is flat on purpose: in packages of their own, the venues would need the simulator's hidden types to be
 * public. Only what knows no venue is elsewhere: {@link dev.openvenue.simulator.explain} has what users are told, and a
 * package that is not exported has the pieces of signed texts. Every venue fills the same six roles, named after it:
 *
 * <ul>
 *   <li>{@code BitgetVenue}: what the venue is: its paths, keys and limits, and the documents it responds with
 *   <li>{@code BitgetSignature}: describes what a request signs, and verifies its key, timestamp and signature
 *   <li>{@code BitgetFields}: reads parameters, and rejects invalid ones with the venue's codes
 *   <li>{@code BitgetPlacing}: the operations that place orders
 *   <li>{@code BitgetCancelling}: the operations that cancel orders
 *   <li>{@code BitgetQueries}: the operations that return orders and symbols, and their rows
 * </ul>
 *
 * <p>A venue that is not in this package is a class that implements {@link dev.openvenue.simulator.Venue}, public and
 * with a constructor without arguments, which {@link java.util.ServiceLoader} finds: {@code META-INF/services} of its
 * jar names it, or {@code provides} of its module. It must reject a wrong key, signature and time as the venue does
 * ({@link dev.openvenue.simulator.KeyRing}), look orders up with {@code lookUp} and {@code list} where it shows them to
 * the caller and with {@code find} where it acts on them, and cancel and place only through
 * {@link dev.openvenue.simulator.OperationContext}, so that what was done is known; its sample orders let the generic
 * tests fill its book.
 */
@NullMarked
package dev.openvenue.simulator;

import org.jspecify.annotations.NullMarked;
