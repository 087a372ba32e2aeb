package dev.openvenue.core.codegen;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects a call's violations of the spec's constraints. Every rule except {@link #required} accepts an absent value.
 * All problems are reported at once, so that a caller can fix them in one go; the sixth and later ones are only
 * counted.
 */
public final class Violations {
    private static final int SHOWN_PROBLEMS = 5;
    private static final int SHOWN_CHARACTERS = 40;
    private static final int NO_INDEX = -1;
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final String venueName;
    private final String operation;

    /** Of the values around what is checked here; null at the top. */
    private final @Nullable Violations outer;

    /** The value's name in the outer one, and its index there if that is a list. Text only if something is wrong. */
    private final String within;

    private final int index;
    private final Set<String> problems;

    /** The lists at the top, by name. */
    private final Map<String, Collection<?>> lists;

    private Violations(String venueName, String operation) {
        this.venueName = venueName;
        this.operation = operation;
        this.outer = null;
        this.within = "";
        this.index = NO_INDEX;
        this.problems = new LinkedHashSet<>();
        this.lists = new HashMap<>();
    }

    private Violations(Violations outer, String within, int index) {
        this.venueName = outer.venueName;
        this.operation = outer.operation;
        this.outer = outer;
        this.within = within;
        this.index = index;
        this.problems = outer.problems;
        this.lists = outer.lists;
    }

    /** Starts the validation of one call's arguments. */
    public static Violations of(String venueName, String operation) {
        return new Violations(venueName, operation);
    }

    /** The value must be present, and not blank if it is text. */
    public void required(String name, @Nullable Object value) {
        if (isMissing(value)) {
            String how = value == null ? "is missing; " : "is blank; ";
            report(name, how + venueName + " requires it for " + operation);
        }
    }

    private static boolean isMissing(@Nullable Object value) {
        // Not CharSequence: asking a record whether it is an interface that it is not takes the JVM 30 ns.
        return value == null || (value instanceof String text && text.isBlank());
    }

    /** The number must be within the bounds, both inclusive; an empty bound means none. */
    public void range(String name, @Nullable Number value, String min, String max) {
        if (value == null) {
            return;
        }
        BigDecimal number = value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
        if (!min.isEmpty() && number.compareTo(new BigDecimal(min)) < 0) {
            report(name, "is " + show(number) + ", " + below(min));
        }
        if (!max.isEmpty() && number.compareTo(new BigDecimal(max)) > 0) {
            report(name, "is " + show(number) + ", " + above(max));
        }
    }

    /** The number must be within one of the ranges, given as pairs of inclusive bounds; an empty bound means none. */
    public void ranges(String name, @Nullable Number value, String... bounds) {
        if (value == null) {
            return;
        }
        BigDecimal number = new BigDecimal(value.toString());
        List<String> allowed = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            if (within(number, bounds[i], bounds[i + 1])) {
                return;
            }
            allowed.add(range(bounds[i], bounds[i + 1]));
        }
        report(
                name,
                "is " + show(number.toPlainString()) + "; " + venueName + " allows only " + String.join(" or ", allowed)
                        + " for " + operation);
    }

    /**
     * The length of the text, or the number of elements in the list, must be within the bounds; no element may be null.
     */
    public void size(String name, @Nullable Object value, int min, int max) {
        if (value instanceof Collection<?> list) {
            seen(name, list);
            present(name, list);
            if (list.isEmpty() && min > 0) {
                notEmpty(name, list);
            } else {
                size(name, list.size(), "holds ", "element", min, max);
            }
        } else if (value instanceof CharSequence text) {
            size(name, text.length(), "has ", "character", min, max);
        }
    }

    /** The list, if present, must not be empty: an empty one is sent as an absent one, and may then mean everything. */
    public void notEmpty(String name, @Nullable Object value) {
        if (value instanceof Collection<?> list && list.isEmpty()) {
            report(
                    name,
                    "is an empty list, which " + venueName + " may read as everything; name at least one element for "
                            + operation);
        }
    }

    /** Like {@link #pattern}, of a value that no message may show. */
    public void secretPattern(String name, @Nullable String value, String regex) {
        if (value != null
                && !PATTERNS.computeIfAbsent(regex, Pattern::compile)
                        .matcher(value)
                        .matches()) {
            report(name, "is secret and does not match " + regex + " as " + venueName + " requires for " + operation);
        }
    }

    /** The text must match the regular expression as a whole. */
    public void pattern(String name, @Nullable String value, String regex) {
        if (value != null
                && !PATTERNS.computeIfAbsent(regex, Pattern::compile)
                        .matcher(value)
                        .matches()) {
            report(
                    name,
                    "is '" + show(value) + "', which does not match " + regex + " as " + venueName + " requires for "
                            + operation);
        }
    }

    /** Checks a model, or each model of a list, by its own rules. */
    public void nested(String name, @Nullable Object value) {
        if (value instanceof Validatable model) {
            model.check(new Violations(this, name, NO_INDEX));
        } else if (value instanceof Iterable<?> list) {
            seen(name, list);
            int position = 0;
            for (Object element : list) {
                if (element instanceof Validatable model) {
                    model.check(new Violations(this, name, position));
                } else {
                    nested(at(name, position), element);
                }
                position++;
            }
        }
    }

    /** The list that was checked under this name at the top; null if none was. */
    public @Nullable Collection<?> list(String name) {
        return lists.get(name);
    }

    private void seen(String name, Iterable<?> values) {
        if (outer == null && values instanceof Collection<?> list) {
            lists.put(name, list);
        }
    }

    /** At least one of the values must be present; names and values alternate. */
    public void anyOf(@Nullable Object... namesAndValues) {
        if (countGiven(namesAndValues) == 0) {
            problem("none of " + names(namesAndValues) + " is given; " + venueName
                    + " requires at least one of them for " + operation);
        }
    }

    /** Exactly one of the values must be present; names and values alternate. */
    public void oneOf(@Nullable Object... namesAndValues) {
        int given = countGiven(namesAndValues);
        if (given == 0) {
            problem("none of " + names(namesAndValues) + " is given; " + venueName
                    + " requires exactly one of them for " + operation);
        } else if (given > 1) {
            problem(String.join(" and ", given(namesAndValues)) + " are given together; " + venueName
                    + " takes only one of them for " + operation);
        }
    }

    /** A time range must not end before it starts, nor exceed the venue's maximum. */
    public void time(String from, Instant start, String to, Instant end, Duration longest) {
        if (start.isAfter(end)) {
            problem(path() + from + " (" + start + ") is after " + path() + to + " (" + end + "); swap them");
        } else if (Duration.between(start, end).compareTo(longest) > 0) {
            problem(path() + from + " (" + start + ") and " + path() + to + " (" + end + ") lie further apart than the "
                    + words(longest) + " that " + venueName + " allows for " + operation
                    + "; ask for less, or read pages(), which goes window by window");
        }
    }

    /** All problems as one message that ends in "nothing was sent"; empty if there are none. */
    public Optional<String> message() {
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        String shown = String.join("; ", problems.stream().limit(SHOWN_PROBLEMS).toList());
        int more = problems.size() - SHOWN_PROBLEMS;
        return Optional.of(shown + (more > 0 ? "; and " + count(more, "more problem") : "") + "; nothing was sent");
    }

    /** What names of values here begin with. */
    private String path() {
        if (outer == null) {
            return "";
        }
        return outer.path() + (index == NO_INDEX ? within : at(within, index)) + ".";
    }

    private static String at(String list, int index) {
        return list + "[" + index + "]";
    }

    private void present(String name, Collection<?> list) {
        int position = 0;
        for (Object element : list) {
            if (isMissing(element)) {
                required(at(name, position), element);
            }
            position++;
        }
    }

    private void size(String name, int size, String verb, String unit, int min, int max) {
        if (size < min) {
            report(name, verb + count(size, unit) + ", " + below(Integer.toString(min)));
        }
        if (size > max) {
            report(name, verb + count(size, unit) + ", " + above(Integer.toString(max)));
        }
    }

    private static int countGiven(@Nullable Object[] namesAndValues) {
        int given = 0;
        for (int i = 1; i < namesAndValues.length; i += 2) {
            given += namesAndValues[i] == null ? 0 : 1;
        }
        return given;
    }

    private List<String> given(@Nullable Object[] namesAndValues) {
        List<String> given = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                given.add(path() + namesAndValues[i]);
            }
        }
        return given;
    }

    private String names(@Nullable Object[] namesAndValues) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            names.add(path() + namesAndValues[i]);
        }
        return String.join(", ", names);
    }

    private static boolean within(BigDecimal number, String min, String max) {
        return (min.isEmpty() || number.compareTo(new BigDecimal(min)) >= 0)
                && (max.isEmpty() || number.compareTo(new BigDecimal(max)) <= 0);
    }

    private static String range(String min, String max) {
        if (min.equals(max)) {
            return min;
        }
        return max.isEmpty() ? min + " and more" : min.isEmpty() ? max + " and less" : min + " to " + max;
    }

    private String below(String min) {
        return "below the minimum of " + min + " that " + venueName + " allows for " + operation;
    }

    private String above(String max) {
        return "above the maximum of " + max + " that " + venueName + " allows for " + operation;
    }

    private void report(String name, String problem) {
        problem(path() + name + " " + problem);
    }

    private void problem(String text) {
        problems.add(text);
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String words(Duration span) {
        boolean inDays = span.toDays() > 2 && span.toHours() % 24 == 0;
        return inDays ? count((int) span.toDays(), "day") : count((int) span.toHours(), "hour");
    }

    private static String show(BigDecimal number) {
        try {
            return show(Decimals.plain(number));
        } catch (ArithmeticException e) {
            return show(number.toString());
        }
    }

    private static String show(String value) {
        return Printable.line(value, SHOWN_CHARACTERS);
    }
}
