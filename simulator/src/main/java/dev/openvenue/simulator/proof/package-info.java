/**
 * Signed texts in pieces, and the mistakes that clients make with them: what a simulated venue verifies, and what its
 * explanations vary to find out what a client signed.
 */
@NullMarked
package dev.openvenue.simulator.proof;

import org.jspecify.annotations.NullMarked;
