/**
 * Names that Java does not like.
 *
 * <p>Start with {@link dev.openvenue.trap.TrapClient}. Records of answers may hold null in every component, whatever the venue's
 * documents promise.
 */
package dev.openvenue.trap;
