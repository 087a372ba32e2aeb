package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Parameters of which one is required; from the spec's {@code x-one-of} and {@code x-any-of}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OneOf {
    /** The parameters. */
    String[] value();

    /** Whether more than one of them may be given ({@code x-any-of}). */
    boolean orMore() default false;
}
