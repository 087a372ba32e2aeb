package dev.openvenue.workbench;

import dev.openvenue.simulator.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session that was recorded: what it began with, then exchanges and control calls in their order. It can be replayed,
 * and turned into a test or into cases.
 */
public final class RecordedSession {
    static final String FILE = "recorded-session.jsonl";

    private final String text;
    private final RecordedLine beginning;
    private final List<RecordedLine> lines;

    private RecordedSession(String text, RecordedLine beginning, List<RecordedLine> lines) {
        this.text = text;
        this.beginning = beginning;
        this.lines = lines;
    }

    /**
     * Reads what {@code openvenue simulate --record} wrote.
     *
     * @throws IllegalArgumentException if it is not a recording; the message names the line
     */
    public static RecordedSession read(Path file) throws IOException {
        return of(Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@code openvenue simulate --record} wrote.
     *
     * @throws IllegalArgumentException if it is not a recording; the message names the line
     */
    public static RecordedSession read(InputStream lines) throws IOException {
        return of(new String(lines.readAllBytes(), StandardCharsets.UTF_8));
    }

    static RecordedSession of(String text) {
        List<RecordedLine> all = new ArrayList<>();
        for (String line : text.split("\n")) {
            all.add(RecordedLine.of(line, all.size() + 1));
        }
        RecordedLine beginning = all.remove(0);
        if (!beginning.kind().equals("session")) {
            throw new IllegalArgumentException(
                    "Line 1 does not begin a session; give a file that openvenue simulate --record wrote");
        }
        return new RecordedSession(text, beginning, all);
    }

    /** The venues that ran. */
    public List<String> venues() {
        return beginning.texts("venues");
    }

    /** What the invented keys were derived from. */
    public long seed() {
        return beginning.number("seed");
    }

    /** How many exchanges it has. */
    public int exchanges() {
        return (int)
                lines.stream().filter(line -> line.kind().equals("exchange")).count();
    }

    /**
     * Does everything again, in the recorded order and at the recorded times, without waiting, and compares the
     * responses. Signatures are not recorded; what the venue said of them holds again.
     *
     * @return what is different, a sentence each; empty if nothing is
     */
    public List<String> replay() {
        return SessionReplay.run(this);
    }

    /**
     * A JUnit test that replays the session, and the recording that it reads: paths below a source folder, and texts.
     */
    public Map<String, String> junitTest() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("java/RecordedSessionTest.java", SessionFiles.junitTest(this));
        files.put("resources/" + FILE, text);
        return files;
    }

    /**
     * The responses that came whole and were no rejection, as cases in the form of {@code specs/README.md}: paths below
     * the folder of the specs, and texts.
     */
    public Map<String, String> cases() {
        return SessionFiles.cases(this);
    }

    RecordedLine beginning() {
        return beginning;
    }

    List<RecordedLine> lines() {
        return lines;
    }

    /** A line: one member, whose name is its kind. */
    record RecordedLine(int number, String kind, Map<String, @Nullable Object> data) {
        static RecordedLine of(String line, int number) {
            try {
                if (Json.read(line) instanceof Map<?, ?> members && members.size() == 1) {
                    Map.Entry<?, ?> member = members.entrySet().iterator().next();
                    if (member.getValue() instanceof Map<?, ?> raw) {
                        Map<String, @Nullable Object> data = new LinkedHashMap<>();
                        raw.forEach((name, value) -> data.put(String.valueOf(name), value));
                        return new RecordedLine(number, String.valueOf(member.getKey()), data);
                    }
                }
            } catch (IOException | RuntimeException e) {
                // Said below.
            }
            throw new IllegalArgumentException("Line " + number + " of the recording is not an object with one member;"
                    + " give a file that openvenue simulate --record wrote");
        }

        String text(String name) {
            return String.valueOf(data.get(name));
        }

        @Nullable
        String optional(String name) {
            return data.get(name) == null ? null : text(name);
        }

        long number(String name) {
            try {
                return Long.parseLong(text(name));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("Line " + number + " of the recording has no number '" + name + "'");
            }
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(data.get(name));
        }

        List<String> texts(String name) {
            return data.get(name) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }
    }
}
