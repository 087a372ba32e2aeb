/** The simulators, seen from the client's side: raw requests, signed by code that shares nothing with theirs. */
@NullMarked
package dev.openvenue.simulator;

import org.jspecify.annotations.NullMarked;
