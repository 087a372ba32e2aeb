/**
 * Checks a spec against the rules of {@code specs/README.md}: {@link dev.openvenue.generator.lint.SpecLint} reports
 * every {@link dev.openvenue.generator.spec.Violation}, before anything is generated.
 */
@NullMarked
package dev.openvenue.generator.lint;

import org.jspecify.annotations.NullMarked;
