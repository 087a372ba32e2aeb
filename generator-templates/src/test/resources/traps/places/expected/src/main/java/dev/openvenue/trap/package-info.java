/**
 * A batch place.
 *
 * <p>Start with {@link dev.openvenue.trap.TrapClient}:
 *
 * <pre>{@code
 * TrapClient client = TrapClient.builder().credentials(credentials).build();
 * }</pre>
 *
 * <p>The calls to know first:
 *
 * <ul>
 *   <li>{@link dev.openvenue.trap.MarketApi#placeOrders market().placeOrders}: Places orders.
 * </ul>
 *
 * <p>{@link dev.openvenue.trap.TrapClient#batchCancel() batchCancel()} cancels any number of orders and accounts for
 * every one.
 *
 * <p>{@link dev.openvenue.trap.TrapClient#batchPlace() batchPlace()} places any number of orders and accounts for every
 * one.
 *
 * <p>Components of response records may be null, whatever the venue's documents promise.
 */
@NullMarked
package dev.openvenue.trap;

import org.jspecify.annotations.NullMarked;
