/**
 * The second API of a venue.
 *
 * <p>Start with {@link dev.openvenue.trapv2.TrapV2Client}:
 *
 * <pre>{@code
 * TrapV2Client client = TrapV2Client.builder().credentials(credentials).build();
 * }</pre>
 *
 * <p>{@link dev.openvenue.trapv2.TrapV2Client#batchCancel() batchCancel()} cancels any number of orders and accounts
 * for every one.
 *
 * <p>Components of response records may be null, whatever the venue's documents promise.
 */
@NullMarked
package dev.openvenue.trapv2;

import org.jspecify.annotations.NullMarked;
