package dev.openvenue.core.annotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation cancels orders and does nothing else, so it may use the permits that are reserved for cancels; from the
 * spec's {@code x-cancels} or {@code x-batch-cancel}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cancels {}
