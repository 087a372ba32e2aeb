package dev.openvenue.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/**
 * One folder of data.
 *
 * @param venue the venue
 * @param kind what must hold: {@code signing}, {@code requests} …
 * @param folder where the files are
 * @param data what {@code case.json} says
 */
record Case(Venue venue, String kind, Path folder, Map<String, @Nullable Object> data) {
    /** What a runner does with a case. */
    @FunctionalInterface
    interface Runner {
        void run(Case test) throws Exception;
    }

    /** All cases of a kind as tests, by venue; the runner's name is the one that a case's {@code skip} knows. */
    static Stream<DynamicContainer> tests(String kind, String name, Runner runner) {
        if (!CaseFormat.of(kind).runners().contains(name)) {
            throw new IllegalArgumentException("No case can be skipped for " + name + ": CaseFormat does not list it");
        }
        return Venue.all().stream()
                .map(venue -> DynamicContainer.dynamicContainer(
                        venue.name(), all(venue, kind).stream().map(test -> test.asTest(name, runner))));
    }

    /** All cases of a kind. */
    static List<Case> all(Venue venue, String kind) {
        Path folder = venue.cases().resolve(kind);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(path -> of(venue, kind, path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case of(Venue venue, String kind, Path folder) {
        Path file = folder.resolve("case.json");
        Map<String, @Nullable Object> data = Json.map(Json.parse(read(file)));
        CaseFormat.of(kind).check(file, data);
        return new Case(venue, kind, folder, data);
    }

    /** The case's name. */
    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** The operation that the case is about: named, or the first word of the folder. */
    String operation() {
        String named = text("operation");
        return named.isEmpty() ? name().replaceFirst("\\..*", "") : named;
    }

    /** A value of {@code case.json} by its name; empty if absent. */
    String text(String key) {
        return Json.text(data, key);
    }

    /** The arguments of the call. */
    Map<String, @Nullable Object> arguments() {
        return venue.typed(operation(), Json.map(data.get("arguments")));
    }

    /** The text of one of the case's files. */
    String file(String name) {
        return read(folder.resolve(name));
    }

    /** Why the case cannot hold yet for a runner; empty if it must hold. A reason without a runner applies to all. */
    String skip(String runner) {
        return data.get("skip") instanceof Map<?, ?> reasons ? Json.text(Json.map(reasons), runner) : text("skip");
    }

    /** Whether it must hold for all runners. */
    boolean isWhole() {
        return !data.containsKey("skip");
    }

    DynamicTest asTest(String name, Runner runner) {
        String skip = skip(name);
        Executable body = skip.isEmpty() ? () -> expectSuccess(runner) : () -> expectFailure(runner, skip);
        return DynamicTest.dynamicTest(this + " " + name, folder.toUri(), body);
    }

    private void expectSuccess(Runner runner) throws Exception {
        try {
            runner.run(this);
        } catch (AssertionError e) {
            throw new AssertionError(this + ": " + e.getMessage(), e);
        }
    }

    /** A skipped case must fail: once it passes, the reason for the skip is gone. */
    private void expectFailure(Runner runner, String reason) throws Exception {
        try {
            runner.run(this);
        } catch (AssertionError | RuntimeException expected) {
            throw new TestAbortedException(reason);
        }
        Assertions.fail(this + " passes although it is skipped because '" + reason + "'; remove the skip");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return venue.name() + " " + kind + "/" + name();
    }
}
