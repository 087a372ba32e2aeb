package dev.openvenue.core.codegen;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A venue's dead man's switch as data; generated from its spec's {@code x-dead-mans-switch}.
 *
 * @param operation the operation that sets it anew
 * @param argument the argument that takes the timeout
 * @param unit what the venue counts the timeout in
 * @param least the shortest timeout
 * @param most the longest timeout; null if the venue states none
 * @param off the value of the argument that turns it off
 */
public record SwitchDescription(
        String operation,
        String argument,
        Duration unit,
        Duration least,
        @Nullable Duration most,
        long off) {}
