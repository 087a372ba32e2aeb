package dev.openvenue.core;

import dev.openvenue.core.annotation.Pagination;
import dev.openvenue.core.error.MalformedResponseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page that was read.
 *
 * @param call the call that asked for it
 * @param response the response
 * @param payload its payload as a JSON value
 * @param rows the payload's rows, nulls included
 * @param progress whether any of them is new
 */
record PageRead<T>(
        HttpCall<T> call,
        VenueResponse<T> response,
        Object payload,
        List<? extends @Nullable Object> rows,
        boolean progress) {

    /** The rows of a payload; an absent list counts as empty. */
    static List<? extends @Nullable Object> rows(Object payload, String where) {
        return (where.equals(".") ? payload : member(payload, where)) instanceof List<?> list ? list : List.of();
    }

    /** The payload reduced to the rows at the given indexes. */
    @SuppressWarnings({"unchecked", "NullAway"}) // A list of the same elements is of the payload's own type.
    T only(List<Integer> places, String where) {
        if (places.size() == rows.size()) {
            return response.value();
        }
        if (response.value() instanceof List<?> list) {
            return (T) chosen(places, list);
        }
        Map<String, @Nullable Object> other = new LinkedHashMap<>((Map<String, Object>) payload);
        other.put(where, chosen(places, rows));
        return call.endpoint().payload().fromJsonValue(other);
    }

    /** The given field of every row; empty where a row has none. */
    Stream<String> texts(String name) {
        return rows.stream().map(row -> Pagination.text(row, name));
    }

    /** The value with which this page was requested; empty for the first page. */
    String asked(String parameter) {
        return call.arguments().text(parameter);
    }

    /** The call for the page that begins at the given value. */
    HttpCall<T> next(String parameter, String value) {
        try {
            return call.withArgument(parameter, value);
        } catch (RuntimeException e) {
            throw malformed("it says that the next page begins at " + value);
        }
    }

    /** The failure of a page that does not continue after the previous one. */
    MalformedResponseException notHonoured(String parameter) {
        return malformed("none of its rows lies beyond the page before, so " + parameter
                + " was not honoured and further rows are out of reach; ask for fewer, a shorter time perhaps");
    }

    /** The failure of a page without a cursor to continue from. */
    MalformedResponseException withoutCursor() {
        return malformed("it does not say where the next page begins");
    }

    /** The failure of a response that cannot be used. */
    MalformedResponseException malformed(String problem) {
        return call.malformed(problem, response);
    }

    private static @Nullable Object member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static List<@Nullable Object> chosen(List<Integer> places, List<? extends @Nullable Object> list) {
        List<@Nullable Object> chosen = new ArrayList<>();
        places.forEach(i -> chosen.add(list.get(i)));
        return chosen;
    }
}
