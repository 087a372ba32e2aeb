/** Why a simulated venue refused a request, in words and data. */
@NullMarked
package dev.openvenue.simulator.explain;

import org.jspecify.annotations.NullMarked;
