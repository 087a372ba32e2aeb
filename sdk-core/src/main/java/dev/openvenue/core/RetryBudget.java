package dev.openvenue.core;

/**
 * How many retries a client has in hand. Each retry costs one and each success earns a fifth of one back, so while a
 * venue is down a client soon sends no more than its callers ask for.
 */
final class RetryBudget {
    private static final int PARTS = 5;

    private final long most;
    private long parts;

    RetryBudget(int repeats) {
        this.most = (long) repeats * PARTS;
        this.parts = most;
    }

    /** Takes a retry if there is one. */
    synchronized boolean spend() {
        if (parts < PARTS) {
            return false;
        }
        parts -= PARTS;
        return true;
    }

    /** A call succeeded. */
    synchronized void earn() {
        parts = Math.min(most, parts + 1);
    }
}
