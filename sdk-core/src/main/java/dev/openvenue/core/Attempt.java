package dev.openvenue.core;

import java.io.IOException;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request of a call, and how far it got. */
final class Attempt {
    private volatile @Nullable Instant left;
    private volatile @Nullable Head head;
    private volatile @Nullable Rejection rejection;
    private boolean repeatStopped;

    /**
     * The beginning of a response as it came from the venue.
     *
     * @param arrived when it came
     * @param status the HTTP status
     * @param headers all headers, also those that OkHttp does not get to see
     */
    record Head(Instant arrived, int status, Headers headers) {
        static Head of(Response response, Instant arrived) {
            return new Head(arrived, response.code(), response.headers());
        }

        boolean isSuccessful() {
            return status >= 200 && status < 300;
        }
    }

    /** The request is about to be written to a connection; from here on the venue may act on it. */
    void leave(Instant now) throws IOException {
        if (left != null) {
            repeatStopped = true;
            throw new IOException("a second sending by OkHttp was stopped");
        }
        left = now;
    }

    void answered(Head answer) {
        head = answer;
    }

    void rejected(Rejection said) {
        rejection = said;
    }

    /** What the venue said against this very attempt; null if it said nothing. */
    @Nullable
    Rejection rejection() {
        return rejection;
    }

    /** When the request left this process; null if it did not. */
    @Nullable
    Instant left() {
        return left;
    }

    /** The beginning of the response; null if none came. */
    @Nullable
    Head head() {
        return head;
    }

    /**
     * Whether OkHttp was kept from sending the request a second time after a response that it took for an invitation.
     */
    boolean isRepeatStopped() {
        return repeatStopped;
    }
}
