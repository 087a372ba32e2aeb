package dev.openvenue.core.engine;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.annotation.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway to a venue whose spec says nothing of arguments, limits and pages; only its calls matter. */
public interface PlainGateway extends VenueGateway {
    @Override
    default void validate(String operation, Map<String, ?> arguments) {}

    @Override
    default boolean takes(String operation, String argument, Object value) {
        return false;
    }

    @Override
    default boolean requires(String operation, String argument) {
        return true;
    }

    @Override
    default @Nullable Page page(String operation) {
        return null;
    }

    @Override
    default List<Limit> limits(String operation) {
        return List.of();
    }

    @Override
    default @Nullable Integer largest(String operation, String argument) {
        return null;
    }

    @Override
    default Instant time(VenueResponse<?> response) {
        return Instant.EPOCH;
    }
}
