package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Where a response keeps its verdict and its payload; from the spec's {@code x-envelope}. On an interface it applies to
 * every method that has none of its own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Envelope {
    /** The payload field that means "the whole document". */
    String WHOLE_DOCUMENT = ".";

    /** The field that decides between success and rejection. */
    String verdict();

    /** The verdicts, as text, that mean success. */
    String[] success();

    /** Where a rejection keeps its code; the first field present wins. */
    String[] code();

    /** Where a rejection keeps its message; the first field present wins. Empty if the venue sends none. */
    String[] message() default {};

    /** Where a rejection keeps what its message is about, such as the name of a parameter. */
    String[] arguments() default {};

    /** The field that holds the payload, or {@link #WHOLE_DOCUMENT}; then a document without a verdict is a success. */
    String data();

    /** The field with the venue's time, if any. */
    String time() default "";

    /** The field with the venue's trace id, if any. */
    String trace() default "";
}
