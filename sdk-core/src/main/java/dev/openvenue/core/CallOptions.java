package dev.openvenue.core;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Options of a single call; what is not set is as the client has it. */
public final class CallOptions {
    /** The longest timeout, which serves those who want none: no call outlasts it. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofDays(365);

    /** The client's own settings. */
    public static final CallOptions DEFAULT = new CallOptions(null, null, Map.of(), false);

    /** Headers that describe the request itself; a wrong one breaks it, or lets two readers of it disagree. */
    private static final Set<String> OF_THE_REQUEST = reserved();

    private final @Nullable Duration timeout;
    private final @Nullable RetryPolicy retryPolicy;
    private final Map<String, String> headers;
    private final boolean urgent;

    private CallOptions(
            @Nullable Duration timeout,
            @Nullable RetryPolicy retryPolicy,
            Map<String, String> headers,
            boolean urgent) {
        this.timeout = timeout;
        this.retryPolicy = retryPolicy;
        this.headers = headers;
        this.urgent = urgent;
    }

    private static Set<String> reserved() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Set.of(
                "Accept-Encoding",
                "Connection",
                "Content-Length",
                "Content-Type",
                "Host",
                "Transfer-Encoding",
                "Upgrade"));
        return names;
    }

    /** How long the call may take in total: waiting for a permit, every attempt, and the pauses between them. */
    public static CallOptions timeout(Duration timeout) {
        return DEFAULT.withTimeout(timeout);
    }

    /** The same with another {@link #timeout(Duration) timeout}. */
    public CallOptions withTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The timeout is " + timeout + "; it must be longer than nothing");
        }
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "The timeout is " + timeout + "; it must not be longer than " + LONGEST_TIMEOUT.toDays() + " days");
        }
        return new CallOptions(timeout, retryPolicy, headers, urgent);
    }

    /** The same with another retry policy; its budget does not count, since all calls of a client share one. */
    public CallOptions withRetryPolicy(RetryPolicy retryPolicy) {
        return new CallOptions(timeout, retryPolicy, headers, urgent);
    }

    /**
     * The same with a header, which replaces one of the client, but none that the signature adds. It is set before the
     * request is signed.
     *
     * @throws IllegalArgumentException if HTTP does not allow the name or the value, or the header describes the
     *     request itself, as {@code Host} and {@code Content-Type} do
     */
    public CallOptions withHeader(String name, String value) {
        if (OF_THE_REQUEST.contains(name)) {
            throw new IllegalArgumentException(
                    "The header " + name + " describes the request itself and is set by the SDK; leave it out");
        }
        // OkHttp's own message would quote a value, which may be a secret.
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+") || !value.matches("[\\t\\x20-\\x7e]*")) {
            throw new IllegalArgumentException("The header " + name.replaceAll("[^\\x20-\\x7e]", "?")
                    + " cannot be sent: HTTP allows printable ASCII, and no blank in a name");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new CallOptions(timeout, retryPolicy, Map.copyOf(more), urgent);
    }

    /**
     * The same, for a call that a cancel depends on: made asynchronously, it does not queue behind the client's other
     * asynchronous calls, just as cancels do not. It still respects the venue's rate limits, and while other calls wait
     * for the same limit, urgent ones other than cancels get every second permit at most.
     */
    public CallOptions urgent() {
        return new CallOptions(timeout, retryPolicy, headers, true);
    }

    /** The timeout, if it differs from the client's. */
    public Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }

    /** The retry policy, if it differs from the client's. */
    public Optional<RetryPolicy> retryPolicy() {
        return Optional.ofNullable(retryPolicy);
    }

    /** The headers of this call alone. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Whether the call is {@link #urgent}. */
    public boolean isUrgent() {
        return urgent;
    }

    /** The request with these headers. */
    Request addTo(Request request) {
        if (headers.isEmpty()) {
            return request;
        }
        Headers.Builder all = request.headers().newBuilder();
        headers.forEach(all::set);
        return request.newBuilder().headers(all.build()).build();
    }
}
