/** Holds the public API of every published artifact against the one that was last accepted. */
@NullMarked
package dev.openvenue.conformance.api;

import org.jspecify.annotations.NullMarked;
