/**
 * A batch cancel and all that the client knows.
 *
 * <p>Start with {@link dev.openvenue.trap.TrapClient}. Records of answers may hold null in every component, whatever the venue's
 * documents promise.
 */
package dev.openvenue.trap;
