/**
 * <b>Internal:</b> support for generated code, which may change in any release together with the generator. Of this
 * package, application code needs only {@link dev.openvenue.core.codegen.OpenEnum}. Generated code also uses
 * {@link dev.openvenue.core.VenueRuntime}, the annotations of {@link dev.openvenue.core.annotation} and the signers of
 * {@link dev.openvenue.core.signing}.
 */
@NullMarked
package dev.openvenue.core.codegen;

import org.jspecify.annotations.NullMarked;
