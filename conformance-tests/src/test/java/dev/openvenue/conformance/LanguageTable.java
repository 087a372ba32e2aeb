package dev.openvenue.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many results of each language passed, failed or were skipped, and why. */
final class LanguageTable {
    private static final List<String> COLUMNS =
            List.of("signing", "requests", "responses", "unknown enums", "refusals", "live");
    private static final int SHOWN = 40;

    private record Cell(int passed, int failed, int skipped) {
        Cell plus(Cell other) {
            return new Cell(passed + other.passed, failed + other.failed, skipped + other.skipped);
        }

        @Override
        public String toString() {
            return passed + " / " + failed + " / " + skipped;
        }
    }

    private final Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, List<String>> skips = new TreeMap<>();
    private final List<String> absent = new ArrayList<>();

    /**
     * Adds a result.
     *
     * @param problem what is wrong; empty if nothing is
     * @param skip why it must fail in this language, empty if it must not
     * @param excuse why the case itself may fail, empty if it may not
     */
    void add(String language, String column, String name, String problem, String skip, String excuse) {
        boolean failed = !problem.isEmpty();
        if (failed && !(skip + excuse).isEmpty()) {
            count(language, column, new Cell(0, 0, 1));
            skips.computeIfAbsent(language + ": " + (skip.isEmpty() ? excuse : skip), reason -> new ArrayList<>())
                    .add(name);
        } else if (failed || !skip.isEmpty()) {
            count(language, column, new Cell(0, 1, 0));
            failures.add(language + " " + name + ": "
                    + (failed ? problem : "passes although it is skipped because '" + skip + "'; remove the skip"));
        } else {
            count(language, column, new Cell(1, 0, 0));
        }
    }

    private void count(String language, String column, Cell cell) {
        rows.computeIfAbsent(language, row -> new LinkedHashMap<>()).merge(column, cell, Cell::plus);
    }

    /** A language of which nothing could be judged. */
    void fail(String language, String problem) {
        failures.add(language + ": " + problem);
    }

    /** A language that cannot run on this machine. */
    void skipLanguage(String language, String reason) {
        absent.add(language + ": skipped, " + reason);
    }

    boolean hasFailures() {
        return !failures.isEmpty();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        line(text, "passed / failed / skipped", COLUMNS);
        rows.forEach((language, cells) -> line(
                text,
                language,
                COLUMNS.stream()
                        .map(column ->
                                cells.getOrDefault(column, new Cell(0, 0, 0)).toString())
                        .toList()));
        absent.forEach(line -> text.append(line).append('\n'));
        skips.forEach((reason, names) -> text.append("skipped ")
                .append(names.size())
                .append(", ")
                .append(reason)
                .append("\n  ")
                .append(String.join("\n  ", names))
                .append('\n'));
        failures.stream()
                .limit(SHOWN)
                .forEach(failure -> text.append("FAILED ").append(failure).append('\n'));
        if (failures.size() > SHOWN) {
            text.append("and ").append(failures.size() - SHOWN).append(" failures more\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, List<String> cells) {
        text.append(String.format(Locale.ROOT, "%-26s", name));
        cells.forEach(cell -> text.append(String.format(Locale.ROOT, "%15s", cell)));
        text.append('\n');
    }
}
