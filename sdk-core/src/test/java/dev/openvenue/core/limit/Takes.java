package dev.openvenue.core.limit;

/** Takes permits as {@link PermitQueue} does, where the response comes at once. */
final class Takes {
    private Takes() {}

    /** Whether there was a permit. */
    static boolean take(SlidingWindow allowance, long now) {
        while (allowance.freeAt() - now <= 0) {
            Permit permit = allowance.ask(now);
            permit.learn();
            if (permit.isTaken()) {
                return true;
            }
        }
        return false;
    }
}
