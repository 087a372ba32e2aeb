/** Writes the site: the guides, the reference of each venue, the Javadoc, the signature debugger. */
@NullMarked
package dev.openvenue.site;

import org.jspecify.annotations.NullMarked;
