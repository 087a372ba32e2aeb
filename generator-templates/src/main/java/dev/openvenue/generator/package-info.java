/**
 * Turns a venue's spec into its Java client. {@link dev.openvenue.generator.VenueCodegen} is the entry for OpenAPI
 * Generator, {@link dev.openvenue.generator.SpecBundle} makes one document of the files of a spec,
 * {@link dev.openvenue.generator.SpecLint} holds it to its vocabulary.
 */
@NullMarked
package dev.openvenue.generator;

import org.jspecify.annotations.NullMarked;
