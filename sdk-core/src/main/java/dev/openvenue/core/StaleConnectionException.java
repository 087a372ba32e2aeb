package dev.openvenue.core;

import java.io.IOException;

/** A connection received more than the responses to the requests that were sent over it. */
final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private StaleConnectionException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** Unexpected data was received before the request was sent. */
    static StaleConnectionException unread() {
        return new StaleConnectionException("more than the last response came over the connection", 0);
    }

    /** What was read as the response had been received before the request was sent. */
    static StaleConnectionException early(int status) {
        return new StaleConnectionException("it came before the request was sent, so it belongs to another", status);
    }

    /** The HTTP status of the premature response; 0 if none was read. */
    int status() {
        return status;
    }
}
