package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operation needs credentials; from the spec's {@code security}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Signed {
    /** The permission that the API key needs ({@code read}, {@code trade}, …); empty if the spec names none. */
    String permission() default "";
}
