/** Meters of the calls of clients, for Micrometer. */
@NullMarked
package dev.openvenue.micrometer;

import org.jspecify.annotations.NullMarked;
