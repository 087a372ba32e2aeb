package dev.openvenue.generator.change;

import dev.openvenue.generator.change.Change.Step;
import dev.openvenue.generator.spec.SpecBundle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reports what changed in the specs since a release, and fails if the version does not follow: {@code SpecChanges
 * <folder of the released specs> <released version> <folder of the specs> <version>}.
 */
public final class SpecChanges {
    private static final String ROOT = "openapi.yaml";

    private SpecChanges() {}

    /** Called by {@code .ci/changes}. */
    public static void main(String[] args) throws IOException {
        System.exit(report(Path.of(args[0]), args[1], Path.of(args[2]), args[3], System.out));
    }

    /** Prints the report; returns the exit code, 1 if the version does not follow. */
    static int report(Path released, String releasedVersion, Path specs, String version, PrintStream out)
            throws IOException {
        List<Change> changes = of(released, specs);
        if (changes.isEmpty()) {
            out.println("The specs are those of " + releasedVersion + ".");
            return 0;
        }
        out.println("Changes since " + releasedVersion + ":");
        for (Change change : changes) {
            out.println("  " + change.venue() + "  " + word(change.step()) + "  " + change.words());
        }
        Step greatest = changes.stream()
                .map(Change::step)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Version demanded = Version.of(releasedVersion).after(greatest);
        out.println(Stream.of(Step.BREAKING, Step.ADDITION, Step.CORRECTION)
                .map(step -> word(step) + " "
                        + changes.stream()
                                .filter(change -> change.step() == step)
                                .count())
                .collect(Collectors.joining(", ", "", ": they demand " + demanded + " or later.")));
        if (Version.of(version).compareTo(demanded) < 0) {
            out.println("The version is " + version + ". Set the next one: mvn versions:set -DnewVersion=" + demanded
                    + "-SNAPSHOT -DgenerateBackupPoms=false");
            return 1;
        }
        return 0;
    }

    private static String word(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    /** The changes, the greatest of each venue first. */
    static List<Change> of(Path released, Path specs) throws IOException {
        Set<String> before = venues(released);
        Set<String> after = venues(specs);
        Set<String> all = new TreeSet<>(before);
        all.addAll(after);
        List<Change> changes = new ArrayList<>();
        for (String venue : all) {
            if (!after.contains(venue)) {
                changes.add(new Change(venue, Step.BREAKING, "the venue is gone"));
            } else if (!before.contains(venue)) {
                changes.add(new Change(venue, Step.ADDITION, "the venue is new"));
            } else {
                SpecBundle old = SpecBundle.read(released.resolve(venue).resolve(ROOT));
                SpecBundle now = SpecBundle.read(specs.resolve(venue).resolve(ROOT));
                Stream.concat(StandardChanges.of(venue, old, now).stream(), FactChanges.of(venue, old, now).stream())
                        .distinct()
                        .sorted(Comparator.comparing(Change::step).reversed().thenComparing(Change::words))
                        .forEach(changes::add);
            }
        }
        return changes;
    }

    private static Set<String> venues(Path specs) throws IOException {
        try (Stream<Path> entries = Files.list(specs)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(ROOT)))
                    .map(entry -> entry.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
