package dev.openvenue.core.cancel;

import java.time.Duration;

/**
 * What to do next with an order.
 *
 * @param tries how often this was tried in vain; the pause grows with it
 * @param pause the least pause, as the venue demands it
 */
record NextStep(Action action, int tries, Duration pause) {
    /** What can be done with an order. */
    enum Action {
        /** Send a cancel. */
        CANCEL,
        /** Look it up. */
        LOOK,
        /** See whether it is among the open orders. */
        LIST,
        /** See whether another order of the same client id is among the open ones. */
        LIST_NAMESAKES,
        /** Nothing more: it has its outcome. */
        NOTHING
    }

    NextStep(Action action, int tries) {
        this(action, tries, Duration.ZERO);
    }
}
