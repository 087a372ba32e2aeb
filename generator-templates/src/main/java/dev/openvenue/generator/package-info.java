/**
 * Generates a venue's Java client from its spec. {@link dev.openvenue.generator.VenueCodegen} is the entry point for
 * OpenAPI Generator; it reads the spec with {@link dev.openvenue.generator.spec} and has it checked by
 * {@link dev.openvenue.generator.lint}.
 */
@NullMarked
package dev.openvenue.generator;

import org.jspecify.annotations.NullMarked;
