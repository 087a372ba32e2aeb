package dev.openvenue.core.codegen;

import org.jspecify.annotations.Nullable;

/**
 * A header that belongs to the client and not to a call; from the spec's {@code x-client-headers} and
 * {@code x-receive-window}.
 *
 * @param name its name on the wire
 * @param value what is sent unless the client was built with something else; null for nothing
 * @param signedOnly whether only signed requests have it
 */
public record ClientHeader(String name, @Nullable String value, boolean signedOnly) {}
