package dev.openvenue.core;

import java.io.IOException;

/** More came over a connection than responses to the requests that were sent over it. */
final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private StaleConnectionException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** Before a request was sent. */
    static StaleConnectionException unread() {
        return new StaleConnectionException("more than the last response came over the connection", 0);
    }

    /** What was read in place of the response had come before the request was sent. */
    static StaleConnectionException early(int status) {
        return new StaleConnectionException("it came before the request was sent, so it belongs to another", status);
    }

    /** The HTTP status of what came early; 0 if nothing was read. */
    int status() {
        return status;
    }
}
