/**
 * <b>Internal:</b> what the spec says about an operation, carried by the generated method and read by the runtime
 * through Retrofit's {@code Invocation} tag. Generated code writes these annotations; they may change in any release
 * together with the generator.
 */
@NullMarked
package dev.openvenue.core.annotation;

import org.jspecify.annotations.NullMarked;
