/** One signer per scheme, each a pure function that reads like the venue's own signing page. */
@NullMarked
package dev.openvenue.core.signing;

import org.jspecify.annotations.NullMarked;
