/** The records and open enums of Trap. Components of responses may be null, whatever the venue's documents promise. */
@NullMarked
package dev.openvenue.trap.model;

import org.jspecify.annotations.NullMarked;
