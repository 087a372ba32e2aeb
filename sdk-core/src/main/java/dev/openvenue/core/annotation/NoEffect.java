package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The only error codes after which it is certain that nothing of the call was executed; whatever the catalogue says
 * about others is true of single orders and not of this operation. From the spec's {@code x-no-effect}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NoEffect {
    /** The codes. */
    String[] value();
}
