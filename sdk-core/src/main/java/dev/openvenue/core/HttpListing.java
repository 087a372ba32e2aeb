package dev.openvenue.core;

import com.squareup.moshi.JsonAdapter;
import dev.openvenue.core.annotation.Page;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** A call of a paginated listing. The generated method says what its rows are; here they are objects. */
final class HttpListing<T> extends HttpCall<T> implements ListingCall<T, Object> {
    private final Page page;
    private final JsonAdapter<Object> row;

    HttpListing(
            ClientContext context,
            retrofit2.Call<?> template,
            Endpoint<T> endpoint,
            Arguments arguments,
            CallOptions options,
            Function<Arguments, HttpCall<T>> again) {
        super(context, template, endpoint, arguments, options, again);
        this.page = Objects.requireNonNull(endpoint.page());
        this.row = Objects.requireNonNull(endpoint.row());
    }

    @Override
    public HttpListing<T> with(CallOptions options) {
        return (HttpListing<T>) super.with(options);
    }

    @Override
    public Stream<T> pages() {
        return Pages.of(this, page);
    }

    @Override
    public Stream<Object> items() {
        return pages().flatMap(this::rows);
    }

    /** The rows of a page; of a payload that is not a list they are read from the member that holds them. */
    @SuppressWarnings({"unchecked", "NullAway"}) // A row may be null, and is passed on as such.
    private Stream<Object> rows(T read) {
        if (read instanceof List<?> list) {
            return (Stream<Object>) list.stream();
        }
        Object payload = endpoint().payload().toJsonValue(read);
        return PageRead.rows(Objects.requireNonNull(payload), page.rows()).stream()
                .map(row::fromJsonValue);
    }
}
