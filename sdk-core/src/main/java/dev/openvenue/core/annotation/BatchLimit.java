package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many elements one call may carry; from the spec's {@code x-batch}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BatchLimit {
    /** The list arguments that the cap counts; {@code .} when the body is the list. */
    String[] list();

    /** The largest number of elements that the venue accepts. */
    int cap();
}
