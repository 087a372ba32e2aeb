package dev.openvenue.core.cancel;

import java.time.Duration;

/**
 * What to do next with an order.
 *
 * @param tries how often this failed before; the pause grows with it
 * @param pause the minimum pause, as demanded by the venue
 */
record NextStep(Action action, int tries, Duration pause) {
    /** The possible actions. */
    enum Action {
        /** Send a cancel. */
        CANCEL,
        /** Look it up. */
        LOOK,
        /** Check whether it is among the open orders. */
        LIST,
        /** Check whether another order with the same client id is among the open ones. */
        LIST_NAMESAKES,
        /** Nothing more: the order has its outcome. */
        NOTHING
    }

    NextStep(Action action, int tries) {
        this(action, tries, Duration.ZERO);
    }
}
