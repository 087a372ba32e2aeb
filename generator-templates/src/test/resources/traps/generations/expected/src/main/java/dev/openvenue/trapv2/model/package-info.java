/**
 * The records and open enums of Trap v2. Components of responses may be null, whatever the venue's documents promise.
 */
@NullMarked
package dev.openvenue.trapv2.model;

import org.jspecify.annotations.NullMarked;
