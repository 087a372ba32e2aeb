package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whether a call may be retried when its outcome is unknown; from the spec's {@code x-retry}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retry {
    /** How dangerous a retry is. */
    enum Safety {
        /** Reads only: may always be retried. */
        SAFE,
        /** May be retried only if it is certain that nothing was executed. */
        UNSAFE,
        /**
         * May be retried if {@link #clientId()} is given, because the venue then rejects or ignores a duplicate, or
         * because {@link #lookup()} shows that the first attempt was not executed.
         */
        WITH_CLIENT_ID
    }

    /** How dangerous a retry is. */
    Safety value();

    /** The argument that makes a retry safe; only with {@link Safety#WITH_CLIENT_ID}. */
    String clientId() default "";

    /**
     * The operation that looks up the result of an earlier attempt by client id; empty if the venue never forgets
     * client ids.
     */
    String lookup() default "";

    /**
     * The field of the lookup's rows that says when an order was created, as epoch milliseconds; given with
     * {@link #lookup()}.
     */
    String created() default "";

    /** Arguments, {@code tpslType=tpsl}, with which the venue ignores the client id: such a call is never retried. */
    String[] unless() default {};

    /** Arguments, {@code force=ioc}, of orders that fill at once or not at all: retried only if the policy says so. */
    String[] immediate() default {};

    /**
     * The body field that limits how long after the signed time the venue accepts a request, with its value in
     * milliseconds: {@code receiveWindow=3000}. Empty if the venue has none.
     */
    String receiveWindow() default "";
}
