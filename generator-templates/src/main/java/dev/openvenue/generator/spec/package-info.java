/**
 * Reads a venue's spec: {@link dev.openvenue.generator.spec.SpecBundle} merges its files into one document,
 * {@link dev.openvenue.generator.spec.SpecOperation} says what an operation of it takes and returns. The lint and the
 * generator ask the same reader, so they cannot disagree about what a payload is.
 */
@NullMarked
package dev.openvenue.generator.spec;

import org.jspecify.annotations.NullMarked;
