/**
 * Generates a venue's Java client from its spec. {@link dev.openvenue.generator.VenueCodegen} is the entry point for
 * OpenAPI Generator, {@link dev.openvenue.generator.SpecBundle} merges the files of a spec into one document,
 * {@link dev.openvenue.generator.SpecLint} checks it against the rules.
 */
@NullMarked
package dev.openvenue.generator;

import org.jspecify.annotations.NullMarked;
