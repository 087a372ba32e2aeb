package dev.openvenue.core;

import dev.openvenue.core.error.MalformedResponseException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page that was read.
 *
 * @param call the call that asked for it
 * @param response what came
 * @param payload its payload as a JSON value
 * @param rows the payload's rows, nulls included
 * @param progress whether one of them is new
 */
record PageRead<T>(
        HttpCall<T> call,
        VenueResponse<T> response,
        Object payload,
        List<? extends @Nullable Object> rows,
        boolean progress) {

    /** The rows of a payload; an absent list is an empty one. */
    static List<? extends @Nullable Object> rows(Object payload, String where) {
        return (where.equals(".") ? payload : member(payload, where)) instanceof List<?> list ? list : List.of();
    }

    /** The payload with the rows at these places alone. */
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

    /** A scalar field of the payload; empty if there is none. */
    String text(String name) {
        return name.isEmpty() ? "" : text(member(payload, name));
    }

    /** This field of every row; empty where a row has none. */
    Stream<String> texts(String name) {
        return rows.stream().map(row -> text(member(row, name)));
    }

    /** This field of the last row that has it; empty if none has. */
    String last(String name) {
        return texts(name).filter(text -> !text.isEmpty()).reduce("", (one, later) -> later);
    }

    /** What this page was asked for with; empty if it was the first. */
    String asked(String parameter) {
        return call.arguments().text(parameter);
    }

    /** The call for the page that begins there. */
    HttpCall<T> next(String parameter, String value) {
        try {
            return call.withArgument(parameter, value);
        } catch (RuntimeException e) {
            throw malformed("it says that the next page begins at " + value);
        }
    }

    /** A page that does not lie beyond the one before. */
    MalformedResponseException unheeded(String parameter) {
        return malformed("none of its rows lies beyond the page before, so " + parameter
                + " was not honoured and further rows are out of reach; ask for fewer, a shorter time perhaps");
    }

    /** A page from which nothing leads on. */
    MalformedResponseException pathless() {
        return malformed("it does not say where the next page begins");
    }

    /** A response of no use. */
    MalformedResponseException malformed(String problem) {
        return call.malformed(problem, response);
    }

    private static @Nullable Object member(@Nullable Object value, String name) {
        return value instanceof Map<?, ?> map ? map.get(name) : null;
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : Objects.toString(value, "");
    }

    private static List<@Nullable Object> chosen(List<Integer> places, List<? extends @Nullable Object> list) {
        List<@Nullable Object> chosen = new ArrayList<>();
        places.forEach(i -> chosen.add(list.get(i)));
        return chosen;
    }
}
