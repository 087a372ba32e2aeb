package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How often the venue allows the operation; from the spec's {@code x-rate-limit}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RateLimit {
    /** What the venue counts by. */
    enum Scope {
        /** Per user, over all of the user's API keys. */
        ACCOUNT,
        /** Per API key. */
        KEY,
        /** Per IP address. */
        IP
    }

    /** How many requests a period allows. */
    int permits();

    /** The period in milliseconds. */
    long periodMillis();

    /** What the venue counts by. */
    Scope scope();

    /** Operations of one group share one limit; without a group the operation has its own. */
    String group() default "";
}
