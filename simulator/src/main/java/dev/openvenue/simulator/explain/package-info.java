/** Why a simulated venue rejected a request, in words and data. */
@NullMarked
package dev.openvenue.simulator.explain;

import org.jspecify.annotations.NullMarked;
