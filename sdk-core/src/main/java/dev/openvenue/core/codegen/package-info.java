/**
 * All that generated code may call, besides {@link dev.openvenue.core} itself. Application code has no business here.
 */
@NullMarked
package dev.openvenue.core.codegen;

import org.jspecify.annotations.NullMarked;
