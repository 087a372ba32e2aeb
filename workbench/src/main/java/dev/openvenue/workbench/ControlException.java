package dev.openvenue.workbench;

/** A control request that is rejected: an HTTP status, a word for programs, and a sentence for people. */
final class ControlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    ControlException(int status, String code, String message) {
        // No stack trace: a rejection is a response.
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** Something in the request is wrong. */
    static ControlException invalid(String message) {
        return new ControlException(400, "invalid", message);
    }

    /** What the request names does not exist. */
    static ControlException notFound(String message) {
        return new ControlException(404, "not-found", message);
    }

    /** What the request asks for cannot be done now. */
    static ControlException conflict(String message) {
        return new ControlException(409, "conflict", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
