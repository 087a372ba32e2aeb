package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How to ask for the next page; from the spec's {@code x-page}. Exactly one of the sources of the next value is given.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Page {
    /** The parameter that takes the next value. */
    String parameter();

    /** The next value is this field of the last row. */
    String row() default "";

    /** The next value is this field of the payload. */
    String payload() default "";

    /** The next value is this field beside the payload. */
    String envelope() default "";

    /** The next value is the next page number, beginning here; negative when pages are not numbered. */
    int start() default -1;

    /**
     * What the venue wants beside the parameter, as {@code name=value}; where the parameter is a time, nobody can
     * choose otherwise.
     */
    String[] arguments() default {};

    /** Where the rows are inside the payload; {@code .} when the payload is the list. */
    String rows() default ".";

    /** The payload field that says whether there is more; empty where the venue has none. */
    String more() default "";

    /** The parameter for the page size; empty where the venue has none. */
    String size() default "";
}
