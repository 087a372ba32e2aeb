package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The list travels as one parameter, its elements joined with raw commas; from the spec's {@code explode: false}. In a
 * query it stands beside {@code encoded = true}, because the runtime encodes the elements itself and leaves the commas
 * alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Joined {}
