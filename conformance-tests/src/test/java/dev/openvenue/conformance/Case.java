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

    /** All cases of a kind as tests, by venue. */
    static Stream<DynamicContainer> tests(String kind, Runner runner) {
        return Venue.all().stream()
                .map(venue -> DynamicContainer.dynamicContainer(
                        venue.name(), all(venue, kind).stream().map(test -> test.asTest(runner))));
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
                    .map(path -> new Case(venue, kind, path, Json.map(Json.parse(read(path.resolve("case.json"))))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** What {@code case.json} says under a name; empty if nothing. */
    String text(String key) {
        return Json.text(data, key);
    }

    /** A file of the case, as it stands. */
    String file(String name) {
        return read(folder.resolve(name));
    }

    private DynamicTest asTest(Runner runner) {
        String skip = text("skip");
        Executable body = skip.isEmpty() ? () -> runner.run(this) : () -> expectFailure(runner, skip);
        return DynamicTest.dynamicTest(name(), folder.toUri(), body);
    }

    /** A skipped case must fail: once it passes, the reason for the skip is gone. */
    private void expectFailure(Runner runner, String reason) throws Exception {
        try {
            runner.run(this);
        } catch (AssertionError | RuntimeException expected) {
            throw new TestAbortedException(reason);
        }
        Assertions.fail("The case passes although it is skipped because '" + reason + "'; remove the skip");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
