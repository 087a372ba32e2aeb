package dev.openvenue.simulator;

import java.math.BigInteger;
import java.time.Duration;

/**
 * The permanent behaviour of a venue, for all its accounts: how late its queries are, in which order it lists rows, how
 * long its pages are. A fault applies once, a habit stays. By default everything is visible at once, newest first.
 */
public final class VenueBehavior {
    private Duration lookupLag = Duration.ZERO;
    private Duration listLag = Duration.ZERO;
    private int hiddenQueries;
    private RowOrder rowOrder = RowOrder.NEWEST_FIRST;
    private int longestPage = Integer.MAX_VALUE;
    private boolean clientIdsMayRepeat;
    private int cancelLatency;
    private boolean fillsAtOnce;
    private BigInteger nextOrderId;

    VenueBehavior(String firstOrderId) {
        this.nextOrderId = new BigInteger(firstOrderId);
    }

    /** Returns to what holds by default. */
    synchronized void reset(String firstOrderId) {
        lookupLag = Duration.ZERO;
        listLag = Duration.ZERO;
        hiddenQueries = 0;
        rowOrder = RowOrder.NEWEST_FIRST;
        longestPage = Integer.MAX_VALUE;
        clientIdsMayRepeat = false;
        cancelLatency = 0;
        fillsAtOnce = false;
        nextOrderId = new BigInteger(firstOrderId);
    }

    /** The order of the rows of a list. */
    public enum RowOrder {
        /** As documented. */
        NEWEST_FIRST,
        /** The same pages reversed; where pages have numbers, page 1 has the oldest orders. */
        OLDEST_FIRST,
        /** The rows of a page in an arbitrary order, which is the same for every query. */
        SHUFFLED
    }

    /**
     * Lets queries for one order (or for given orders) show the book as it was this long ago, by the simulator's clock:
     * a newer order is unknown, an order that closed since then is open. Cancels act on the true state.
     */
    public synchronized VenueBehavior lookupLag(Duration lag) {
        lookupLag = notNegative(lag);
        return this;
    }

    /** Lets lists show the book as it was this long ago, by the simulator's clock. */
    public synchronized VenueBehavior listLag(Duration lag) {
        listLag = notNegative(lag);
        return this;
    }

    /** Hides an order that is placed from now on, through the API, from the first queries that would show it. */
    public synchronized VenueBehavior hideNewOrders(int queries) {
        hiddenQueries = notNegative(queries);
        return this;
    }

    /** Sets the order of the rows of lists; the meaning of cursors does not change. */
    public synchronized VenueBehavior rowOrder(RowOrder order) {
        rowOrder = order;
        return this;
    }

    /**
     * Silently limits pages to the given number of rows, whatever size is requested.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public synchronized VenueBehavior clampPages(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("A page of " + rows + " rows shows nothing; give 1 or more");
        }
        longestPage = rows;
        return this;
    }

    /**
     * Accepts a client order id that an open order has, where the venue would reject it (Bitget). It then refers to the
     * newest order. Once the order has closed, every simulated venue accepts its id again.
     */
    public synchronized VenueBehavior clientIdsMayRepeat(boolean may) {
        clientIdsMayRepeat = may;
        return this;
    }

    /**
     * Gives the next order this id; the following ids count up. More digits than a JavaScript number can represent are
     * a trap for clients.
     *
     * @throws IllegalArgumentException if it is not a whole number above zero
     */
    public synchronized VenueBehavior nextOrderId(String id) {
        if (!id.matches("[1-9]\\d{0,29}")) {
            throw new IllegalArgumentException("'" + id + "' is not an order id; give up to 30 digits");
        }
        nextOrderId = new BigInteger(id);
        return this;
    }

    synchronized void cancelLatency(int queries) {
        cancelLatency = queries;
    }

    synchronized void fillsAtOnce(boolean fills) {
        fillsAtOnce = fills;
    }

    synchronized Duration lookupLag() {
        return lookupLag;
    }

    synchronized Duration listLag() {
        return listLag;
    }

    synchronized int hiddenQueries() {
        return hiddenQueries;
    }

    synchronized RowOrder rowOrder() {
        return rowOrder;
    }

    synchronized int pageSize(int asked) {
        return Math.min(asked, longestPage);
    }

    synchronized boolean clientIdsMayRepeat() {
        return clientIdsMayRepeat;
    }

    synchronized int cancelLatency() {
        return cancelLatency;
    }

    synchronized boolean fillsAtOnce() {
        return fillsAtOnce;
    }

    synchronized String takeOrderId() {
        String id = nextOrderId.toString();
        nextOrderId = nextOrderId.add(BigInteger.ONE);
        return id;
    }

    private static Duration notNegative(Duration lag) {
        if (lag.isNegative()) {
            throw new IllegalArgumentException("A lag of " + lag + " would show the future");
        }
        return lag;
    }

    private static int notNegative(int queries) {
        if (queries < 0) {
            throw new IllegalArgumentException("An order cannot be hidden from " + queries + " queries");
        }
        return queries;
    }
}
