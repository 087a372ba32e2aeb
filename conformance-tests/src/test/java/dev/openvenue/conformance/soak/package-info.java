/** Half an hour of everything at once, to see what is left behind; run by hand (see CONTRIBUTING). */
@NullMarked
package dev.openvenue.conformance.soak;

import org.jspecify.annotations.NullMarked;
