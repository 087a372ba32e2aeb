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
 * @param status the venue's name of its state; null if the list does not state it
 * @param details everything that the list says about it, under the venue's own names
 */
public record OpenOrder(
        String orderId,
        @Nullable String clientOrderId,
        @Nullable String status,
        Map<String, @Nullable Object> details) {
    /** Makes a defensive copy of the details, in their order. */
    public OpenOrder {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
