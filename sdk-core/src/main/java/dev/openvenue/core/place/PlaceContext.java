package dev.openvenue.core.place;

import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchPlaceDescription;
import dev.openvenue.core.engine.EngineVenue;
import dev.openvenue.core.engine.VenueGateway;
import dev.openvenue.core.error.ErrorCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A venue as the batch-place engine sees it.
 *
 * @param id its short name
 * @param name the name to show
 * @param description its batch place
 * @param query the operation that finds orders by their client order ids; null if there is none
 * @param errors its error catalogue
 * @param gateway the way to call it
 */
record PlaceContext(
        String id,
        String name,
        BatchPlaceDescription description,
        @Nullable Query query,
        ErrorCatalogue errors,
        VenueGateway gateway)
        implements EngineVenue {
    @Override
    public String operation() {
        return description.operation();
    }

    /** The arguments that place orders. */
    Map<String, Object> arguments(@Nullable String symbol, List<Map<String, @Nullable Object>> orders) {
        Map<String, Object> arguments = new LinkedHashMap<>(description.arguments());
        if (description.symbol() != null && symbol != null) {
            arguments.put(description.symbol(), symbol);
        }
        arguments.put(description.list().equals(".") ? "body" : description.list(), orders);
        return arguments;
    }
}
