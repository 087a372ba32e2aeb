/**
 * How a call fails. Every {@link dev.openvenue.core.error.VenueException} says by its
 * {@link dev.openvenue.core.error.Effect} whether the venue may have acted; the four subclasses say how far the call
 * got.
 */
@NullMarked
package dev.openvenue.core.error;

import org.jspecify.annotations.NullMarked;
