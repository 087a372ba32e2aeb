/** What changed in the specs since a release, and which version that demands. */
@NullMarked
package dev.openvenue.generator.change;

import org.jspecify.annotations.NullMarked;
