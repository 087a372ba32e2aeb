package dev.openvenue.core;

import dev.openvenue.core.error.VenueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A listing with a predetermined result: a single page or, like that of a real one when it is read, a failure. */
final class SettledListing<T, R> extends SettledCall<T> implements ListingCall<T, R> {
    private final List<R> rows;

    SettledListing(@Nullable T page, List<R> rows, @Nullable VenueException failure) {
        super(page, failure);
        // Not List.copyOf: rows may be null.
        this.rows = Collections.unmodifiableList(new ArrayList<>(rows));
    }

    @Override
    public Stream<R> items() {
        return pages().flatMap(page -> rows.stream());
    }

    @Override
    public Stream<T> pages() {
        return Stream.of(this).map(VenueCall::execute);
    }

    @Override
    public SettledListing<T, R> with(CallOptions options) {
        super.with(options);
        return this;
    }
}
