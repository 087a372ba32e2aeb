package dev.openvenue.simulator;

import dev.openvenue.simulator.Book.NewOrder;
import dev.openvenue.simulator.OwnMarket.Match;
import dev.openvenue.simulator.VenueBehavior.RowOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An operation being executed: the request, and what it may do to the book. What is done here is counted as executed.
 * Actions see the true state, queries see what the venue's habits show.
 *
 * @param pathId the id in the path; empty text if the path has none
 * @param now when the request is executed, by the simulator's clock
 * @param account the account whose key signed the request; the first account if it is not signed
 * @param known the orders that the venue admits knowing; the others do not exist for this request
 */
public record OperationContext(
        VenueRequest request,
        String pathId,
        Instant now,
        SimulatedAccount account,
        VenueBehavior habits,
        Predicate<SimulatedOrder> known) {
    /** An odd number whose multiples appear random. */
    private static final int SCATTER = 0x9E3779B9;

    public SimulatedOrder place(NewOrder order) {
        return place(order, List.of());
    }

    /** Places an order that takes what it is given of resting orders. */
    SimulatedOrder place(NewOrder order, List<Match> matches) {
        SimulatedOrder placed = book().accept(order, matches, now);
        account.completedActions().placed(placed);
        return placed;
    }

    void amend(SimulatedOrder amended) {
        book().keep(amended);
    }

    public void cancel(SimulatedOrder open) {
        book().cancel(open, now);
        account.completedActions().cancelled(open.orderId());
    }

    /** Records an id in a cancel call that the venue takes without a word about single orders. */
    public void takeCancelOf(String id) {
        account.completedActions().tookCancelOf(id);
    }

    /** Finds an order in order to act on it. */
    public Optional<SimulatedOrder> find(String orderId) {
        return book().find(orderId).filter(known);
    }

    /** Finds the newest order with this id in order to act on it. */
    public Optional<SimulatedOrder> findByClientOrderId(String clientOrderId) {
        return book().findByClientOrderId(clientOrderId).stream().filter(known).findFirst();
    }

    /** The open orders, oldest first, in order to act on them. */
    public List<SimulatedOrder> open() {
        return book().all().stream()
                .filter(known)
                .filter(SimulatedOrder::isOpen)
                .toList();
    }

    /** The fills of an order that is shown to the caller, oldest first. */
    List<SimulatedFill> fills(SimulatedOrder shown) {
        return book().fills(shown);
    }

    /** The fills of the orders that a list may show, those of the newest order first; their ids count down. */
    List<SimulatedFill> fills(Predicate<SimulatedOrder> wanted) {
        return list().stream()
                .filter(wanted)
                .flatMap(order -> fills(order).stream())
                .sorted(Comparator.comparing(SimulatedFill::numericId).reversed())
                .toList();
    }

    /** Shows an order to the caller. */
    public Optional<SimulatedOrder> lookUp(String orderId) {
        return find(orderId).flatMap(this::show);
    }

    public Optional<SimulatedOrder> lookUpByClientOrderId(String clientOrderId) {
        return book().findByClientOrderId(clientOrderId).stream()
                .filter(known)
                .flatMap(order -> show(order).stream())
                .findFirst();
    }

    /** The orders that a list may show, newest first. Those that appear in a response go through {@link #row}. */
    public List<SimulatedOrder> list() {
        return listed().toList();
    }

    private Stream<SimulatedOrder> listed() {
        return book().newestFirst()
                .filter(known)
                .filter(order -> book().visible(order))
                .map(order -> book().asOf(order, now, habits.listLag()))
                .flatMap(Optional::stream);
    }

    /** Shows an order in a list to the caller, which a pending cancel waits for. */
    public SimulatedOrder row(SimulatedOrder listed) {
        SimulatedOrder truth = book().query(listed, now);
        return habits.listLag().isZero() ? truth : listed;
    }

    /**
     * The newest wanted orders of a list, as many as a page has, as the caller sees them; those unwanted by then go.
     */
    List<SimulatedOrder> newest(Predicate<SimulatedOrder> wanted, int rows) {
        return listed().filter(wanted).limit(rows).map(this::row).filter(wanted).toList();
    }

    /** How many rows a page has when the given number is requested. */
    public int pageSize(int asked) {
        return habits.pageSize(asked);
    }

    /** A page in the venue's row order, from rows that are newest first. */
    public List<SimulatedOrder> inRowOrder(List<SimulatedOrder> page) {
        List<SimulatedOrder> rows = new ArrayList<>(page);
        if (habits.rowOrder() == RowOrder.OLDEST_FIRST) {
            Collections.reverse(rows);
        } else if (habits.rowOrder() == RowOrder.SHUFFLED) {
            rows.sort(Comparator.comparing(row -> Integer.reverse(row.orderId().hashCode() * SCATTER)));
        }
        return rows;
    }

    /**
     * The part of a list that belongs to a numbered page; pages are counted from the beginning in the venue's row
     * order.
     */
    public List<SimulatedOrder> page(List<SimulatedOrder> newestFirst, int page, int asked) {
        int size = pageSize(asked);
        boolean turned = habits.rowOrder() == RowOrder.OLDEST_FIRST;
        List<SimulatedOrder> part = (turned ? inRowOrder(newestFirst) : newestFirst)
                .stream().skip((long) (page - 1) * size).limit(size).toList();
        return turned ? part : inRowOrder(part);
    }

    private Optional<SimulatedOrder> show(SimulatedOrder order) {
        if (!book().visible(order)) {
            return Optional.empty();
        }
        return book().asOf(book().query(order, now), now, habits.lookupLag());
    }

    private Book book() {
        return account.book();
    }
}
