package dev.openvenue.core.limit;

/** The store of the shared limits does not answer. */
final class SharedLimitsLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Throwable reason;

    SharedLimitsLostException(Throwable reason) {
        super(reason);
        this.reason = reason;
    }

    /** What the store's client said. */
    Throwable reason() {
        return reason;
    }
}
