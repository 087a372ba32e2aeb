package dev.openvenue.core;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Pauses between two attempts. */
@FunctionalInterface
interface Sleeper {
    /** Sleeps for real, and wakes at once when the call is cancelled or its deadline passes. */
    Sleeper REAL = (pause, state) -> state.pause(pause);

    /** Returns after the pause, or earlier if the call was cancelled. */
    void sleep(Duration pause, CallState<?> state) throws InterruptedIOException;
}
