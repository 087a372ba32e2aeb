package dev.openvenue.core;

import dev.openvenue.core.annotation.Page;
import dev.openvenue.core.annotation.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Splits a time range that exceeds the venue's maximum into windows of one call each, in the venue's row order. Most
 * venues do not say whether a time range includes its ends, nor at which resolution they compare times, so neighbouring
 * windows overlap by one second. Whatever the venue does, every row lies well inside one of the two; {@link Pages}
 * drops duplicates.
 */
final class TimeWindows<T> implements Iterator<HttpCall<T>> {
    /** The coarsest resolution in which a venue is known to store times. */
    private static final Duration JOINT = Duration.ofSeconds(1);

    private final HttpCall<T> call;
    private final TimeWindow window;
    private final Duration span;
    private final Instant from;
    private final Instant to;
    private final boolean oldestFirst;
    private @Nullable Instant edge;

    private TimeWindows(HttpCall<T> call, TimeWindow window, Instant from, Instant to) {
        this.call = call;
        this.window = window;
        this.span = Duration.ofHours(window.spanHours());
        this.from = from;
        this.to = to;
        this.oldestFirst = window.oldestFirst() != isReversed(call, window.reversedBy());
        this.edge = oldestFirst ? from : to;
    }

    /**
     * The calls to make in place of one. That is the call itself, unchanged, if its range fits into one window, or if
     * it has no start: then the venue returns its default range. If only a start is given, the range ends now.
     */
    static <T> Iterator<HttpCall<T>> of(HttpCall<T> call) {
        TimeWindow window = call.endpoint().window();
        Instant from = window == null ? null : time(call, window.from());
        if (window == null || from == null) {
            return List.of(call).iterator();
        }
        Instant given = time(call, window.to());
        Instant to = given == null ? call.now() : given;
        if (Duration.between(from, to).compareTo(Duration.ofHours(window.spanHours())) <= 0) {
            return List.of(call).iterator();
        }
        rejectCursor(call, from, to);
        return new TimeWindows<>(call, window, from, to);
    }

    @Override
    public boolean hasNext() {
        return edge != null;
    }

    @Override
    public HttpCall<T> next() {
        Instant at = edge;
        if (at == null) {
            throw new NoSuchElementException("There are no more windows");
        }
        Instant start = oldestFirst ? at : later(from, at.minus(span));
        Instant end = oldestFirst ? earlier(to, at.plus(span)) : at;
        boolean last = oldestFirst ? end.equals(to) : start.equals(from);
        if (last) {
            edge = null;
        } else {
            edge = oldestFirst ? end.minus(JOINT) : start.plus(JOINT);
        }
        return call.withArgument(window.from(), millis(start)).withArgument(window.to(), millis(end));
    }

    /**
     * Rejects a cursor: it belongs to one window; in the others the venue would not know it, or would leave out rows.
     */
    private static void rejectCursor(HttpCall<?> call, Instant from, Instant to) {
        Page page = call.endpoint().page();
        if (page != null && call.arguments().parameter(page.parameter()) != null) {
            throw call.notSent(page.parameter() + " is given, but from " + from + " to " + to
                    + " is more than one call may ask for, and pages() begins each window with its first row; leave "
                    + page.parameter() + " out, or ask for less");
        }
    }

    private static boolean isReversed(HttpCall<?> call, String argument) {
        int equals = argument.indexOf('=');
        Object given = equals < 0 ? null : call.arguments().parameter(argument.substring(0, equals));
        return given != null && WireText.of(given).equals(argument.substring(equals + 1));
    }

    private static @Nullable Instant time(HttpCall<?> call, String parameter) {
        return call.arguments().parameter(parameter) instanceof Instant time ? time : null;
    }

    private static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
