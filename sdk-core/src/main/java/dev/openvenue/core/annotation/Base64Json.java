package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parameter is sent as compact JSON, Base64-encoded; from the spec's {@code x-encoding}. Up to two blanks before
 * the last bracket of the JSON avoid padding in the Base64.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Base64Json {}
