package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The list is sent as one parameter, its elements joined with raw commas; from the spec's {@code explode: false}. In a
 * query it is combined with {@code encoded = true}, because the runtime encodes the elements itself and leaves the
 * commas alone.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Joined {}
