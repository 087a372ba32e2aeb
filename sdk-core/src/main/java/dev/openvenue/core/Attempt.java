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
    private boolean resendStopped;

    /**
     * The head of a response as it came from the venue.
     *
     * @param arrived when it came
     * @param status the HTTP status
     * @param headers all headers, including those that are hidden from OkHttp
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
            resendStopped = true;
            throw new IOException("a second sending by OkHttp was stopped");
        }
        left = now;
    }

    void responded(Head received) {
        head = received;
    }

    void rejected(Rejection said) {
        rejection = said;
    }

    /** The venue's rejection of this attempt; null if there is none. */
    @Nullable
    Rejection rejection() {
        return rejection;
    }

    /** When the request left this process; null if it did not. */
    @Nullable
    Instant left() {
        return left;
    }

    /** The head of the response; null if none came. */
    @Nullable
    Head head() {
        return head;
    }

    /** Whether OkHttp was stopped from sending the request again after a response that it would have retried. */
    boolean isResendStopped() {
        return resendStopped;
    }
}
