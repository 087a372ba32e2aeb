package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The longest time range that one call of a listing may request; from the spec's {@code x-page}, its entry
 * {@code window}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TimeWindow {
    /** The parameter that takes the start. */
    String from();

    /** The parameter that takes the end. */
    String to();

    /** The longest range between the two, in hours. */
    int spanHours();

    /** Whether the venue lists the oldest row first. */
    boolean oldestFirst() default false;

    /** The argument that reverses that order, as {@code name=value}; empty if there is none. */
    String reversedBy() default "";
}
