package dev.openvenue.core.cancel;

import dev.openvenue.core.annotation.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gateway to a venue whose spec says nothing of arguments and pages; only its calls matter. */
interface CancelOnlyGateway extends VenueGateway {
    @Override
    default boolean takes(String operation, String argument, Object value) {
        return false;
    }

    @Override
    default @Nullable Page page(String operation) {
        return null;
    }

    @Override
    default boolean requires(String operation, String argument) {
        return true;
    }

    @Override
    default @Nullable Integer largest(String operation, String argument) {
        return null;
    }

    @Override
    default List<Limit> limits(String operation) {
        return List.of();
    }
}
