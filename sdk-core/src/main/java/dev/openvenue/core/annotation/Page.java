package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How to request the next page; from the spec's {@code x-page}. Exactly one source of the next value is given. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Page {
    /** The parameter that takes the next value. */
    String parameter();

    /** The next value is this field of the last row. */
    String row() default "";

    /** The next value is this field of the payload. */
    String payload() default "";

    /** The next value is this field of the envelope. */
    String envelope() default "";

    /** The next value is the next page number, beginning here; negative if pages are not numbered. */
    int start() default -1;

    /**
     * What the venue requires along with the parameter, as {@code name=value}; if the parameter is a time, the caller
     * cannot override it.
     */
    String[] arguments() default {};

    /** Where the rows are inside the payload; {@code .} when the payload is the list. */
    String rows() default ".";

    /** The payload field that says whether there are more pages; empty if the venue has none. */
    String more() default "";

    /** The parameter for the page size; empty if the venue has none. */
    String size() default "";
}
