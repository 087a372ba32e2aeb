package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The spec's constraint on a parameter; validated before anything is sent. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Constraint {
    /** Whether the parameter is required. */
    boolean required() default false;

    /** The smallest allowed number, as decimal text; empty for none. */
    String min() default "";

    /** The largest allowed number, as decimal text; empty for none. */
    String max() default "";

    /** The smallest allowed length of a text, or number of elements of a list. */
    int minSize() default 0;

    /** The largest allowed length of a text, or number of elements of a list. */
    int maxSize() default Integer.MAX_VALUE;

    /** A regular expression that the text must match as a whole; empty for none. */
    String pattern() default "";
}
