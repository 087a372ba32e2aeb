/**
 * Texts that would break Javadoc.
 *
 * <p>Start with {@link dev.openvenue.trap.TrapClient}:
 *
 * <pre>{@code
 * TrapClient client = TrapClient.builder().credentials(credentials).build();
 * }</pre>
 *
 * <p>Components of response records may be null, whatever the venue's documents promise.
 */
@NullMarked
package dev.openvenue.trap;

import org.jspecify.annotations.NullMarked;
