/**
 * A batch cancel and all that the client knows.
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
 *   <li>{@link dev.openvenue.trap.MarketApi#getServerTime market().getServerTime}: Gets the venue's clock.
 *   <li>{@link dev.openvenue.trap.MarketApi#getOrder market().getOrder}: Gets an order.
 * </ul>
 *
 * <p>{@link dev.openvenue.trap.TrapClient#batchCancel() batchCancel()} cancels any number of orders and answers for every one.
 *
 * <p>Records of responses may hold null in every component, whatever the venue's documents promise.
 */
package dev.openvenue.trap;
