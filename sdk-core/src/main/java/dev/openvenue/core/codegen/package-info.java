/**
 * Support for generated code. Application code does not need this package. Generated code also uses
 * {@link dev.openvenue.core.VenueRuntime}, the annotations of {@link dev.openvenue.core.annotation} and the signers of
 * {@link dev.openvenue.core.signing}.
 */
@NullMarked
package dev.openvenue.core.codegen;

import org.jspecify.annotations.NullMarked;
