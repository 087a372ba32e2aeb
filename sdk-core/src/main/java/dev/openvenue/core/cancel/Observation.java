package dev.openvenue.core.cancel;

import java.time.Duration;

/**
 * One thing that a run saw of an order, as evidence of the moment at which it asked.
 *
 * @param view where it was seen
 * @param asked when the request was sent, since the start of the run
 * @param said what was seen, in words
 */
public record Observation(View view, Duration asked, String said) {
    /** What can be asked about an order. */
    public enum View {
        /** The response to a cancel. */
        CANCEL,
        /** A lookup by the order's id. */
        LOOKUP,
        /** The list of open orders, read to its end. */
        OPEN_LIST,
        /** The list of closed orders. */
        HISTORY
    }
}
