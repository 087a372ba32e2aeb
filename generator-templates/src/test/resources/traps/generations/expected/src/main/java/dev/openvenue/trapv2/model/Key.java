package dev.openvenue.trapv2.model;

import dev.openvenue.core.codegen.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The venue's key.
 *
 * @param apiKey The key
 * @param secret The secret
 */
public record Key(@Nullable String apiKey, @Nullable String secret) {
    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "Key[" + "apiKey=" + apiKey + ", " + "secret=" + Printable.hidden(secret) + "]";
    }
}
