package dev.openvenue.simulator;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dead man's switch of one account: cancels its orders when it is not set anew in time. Access requires the
 * {@link RequestPipeline}'s lock.
 */
final class DeadMansSwitch {
    private final Book book;
    private final CompletedActions completedActions;
    private @Nullable Instant due;
    private int most;

    DeadMansSwitch(Book book, CompletedActions completedActions) {
        this.book = book;
        this.completedActions = completedActions;
    }

    /**
     * Sets it anew.
     *
     * @param due when it fires; null turns it off
     * @param most how many orders it cancels
     */
    void set(@Nullable Instant due, int most) {
        this.due = due;
        this.most = most;
    }

    /** Fires if it is due; whatever waits for a price among the conditional orders stays. */
    void fireIfDue(Instant now) {
        Instant at = due;
        if (at == null || at.isAfter(now)) {
            return;
        }
        due = null;
        book.all().stream()
                .filter(order -> order.isOpen() && !order.awaitsTrigger())
                .limit(most)
                .forEach(order -> {
                    book.cancel(order, at);
                    completedActions.cancelled(order.orderId());
                });
    }
}
