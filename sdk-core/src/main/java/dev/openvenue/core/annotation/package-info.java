/**
 * What the spec says about an operation, carried by the generated method and read by the runtime through Retrofit's
 * {@code Invocation} tag. Generated code writes these annotations; nobody else needs to.
 */
@NullMarked
package dev.openvenue.core.annotation;

import org.jspecify.annotations.NullMarked;
