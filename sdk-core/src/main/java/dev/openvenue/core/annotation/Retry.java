package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Whether a call may be retried when its outcome is not known; from the spec's {@code x-retry}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Retry {
    /** How dangerous a retry is. */
    enum Safety {
        /** Reading: may be retried at will. */
        SAFE,
        /** May be retried only when it is certain that nothing was executed. */
        UNSAFE,
        /**
         * May be retried when {@link #clientId()} is given, because the venue then rejects or ignores the second one,
         * or because {@link #lookup()} says that there was no first one.
         */
        WITH_CLIENT_ID
    }

    /** How dangerous a retry is. */
    Safety value();

    /** The argument that makes a retry harmless; only with {@link Safety#WITH_CLIENT_ID}. */
    String clientId() default "";

    /**
     * The operation that finds what an earlier attempt did by its client id; empty if the venue never forgets client
     * ids.
     */
    String lookup() default "";

    /**
     * The field of the lookup's rows that says when an order was made, as epoch milliseconds; given with
     * {@link #lookup()}.
     */
    String created() default "";

    /** Arguments, {@code tpslType=tpsl}, with which the venue ignores the client id: such a call is never retried. */
    String[] unless() default {};

    /** Arguments, {@code force=ioc}, of orders that fill at once or not at all: repeated only if the policy says so. */
    String[] immediate() default {};

    /**
     * The field of the body, and its value in milliseconds, that has the venue reject what arrives later than that
     * after the signed time: {@code receiveWindow=3000}. Empty if the venue offers none.
     */
    String receiveWindow() default "";
}
