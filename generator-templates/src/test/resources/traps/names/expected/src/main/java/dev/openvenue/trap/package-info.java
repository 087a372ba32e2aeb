/**
 * Names that Java does not like.
 *
 * <p>Start with {@link dev.openvenue.trap.TrapClient}:
 *
 * <pre>{@code
 * TrapClient client = TrapClient.builder().credentials(credentials).build();
 * }</pre>
 *
 * <p>Records of responses may hold null in every component, whatever the venue's documents promise.
 */
package dev.openvenue.trap;
