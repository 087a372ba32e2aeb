package dev.openvenue.core.cancel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One order of a venue's list of open orders.
 *
 * @param orderId the venue's id
 * @param clientOrderId the client's id; null if it has none
 * @param status the venue's word for its state; null if the list tells none
 * @param details all that the list says of it, in the venue's own names
 */
public record OpenOrder(
        String orderId,
        @Nullable String clientOrderId,
        @Nullable String status,
        Map<String, @Nullable Object> details) {
    /** Copies the details in their order. */
    public OpenOrder {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
