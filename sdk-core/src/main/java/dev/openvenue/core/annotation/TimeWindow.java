package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The longest time that one call of a listing may ask for; from the spec's {@code x-page}, its entry {@code window}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TimeWindow {
    /** The parameter that takes the start. */
    String from();

    /** The parameter that takes the end. */
    String to();

    /** The longest time between the two, in hours. */
    int spanHours();

    /** Whether the venue lists the oldest row first. */
    boolean oldestFirst() default false;

    /** The argument that turns that order round, as {@code name=value}; empty where there is none. */
    String reversedBy() default "";
}
