/** The command line {@code openvenue}: batch cancels, open orders and signatures, live or against embedded venues. */
@NullMarked
package dev.openvenue.cli;

import org.jspecify.annotations.NullMarked;
