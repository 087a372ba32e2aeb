package dev.openvenue.core;

/**
 * Limits the retries of a client. Each retry costs one and each success earns a fifth of one back, so while a venue is
 * down the client soon sends first attempts only.
 */
final class RetryBudget {
    private static final int PARTS = 5;

    private final long most;
    private long parts;

    RetryBudget(int retries) {
        this.most = (long) retries * PARTS;
        this.parts = most;
    }

    /** Spends a retry if there is one. */
    synchronized boolean spend() {
        if (parts < PARTS) {
            return false;
        }
        parts -= PARTS;
        return true;
    }

    /** Earns a part of a retry after a successful call. */
    synchronized void earn() {
        parts = Math.min(most, parts + 1);
    }
}
