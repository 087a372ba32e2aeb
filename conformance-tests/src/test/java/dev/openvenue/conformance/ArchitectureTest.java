package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The packages form no cycle and belong to one module each, and {@code docs/architecture.md} describes the code as it
 * is.
 */
final class ArchitectureTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?(dev\\.openvenue(?:\\.[a-z]\\w*)+)\\.[A-Z]", Pattern.MULTILINE);
    private static final Pattern MODULE = Pattern.compile("<module>([\\w-]+)</module>");
    private static final Pattern NAMED_TYPE = Pattern.compile("`([A-Z][a-z]\\w+)`");
    private static final Pattern INTERCEPTOR_ROW = Pattern.compile("\\| \\d \\| `(\\w+)` \\|");
    private static final Pattern INTERCEPTOR_MADE =
            Pattern.compile("(?:new (\\w+Interceptor)\\(|^ +(signing),$)", Pattern.MULTILINE);

    @Test
    void packagesFormNoCycle() throws IOException {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            Matcher own = PACKAGE.matcher(text);
            assertThat(own.find()).as("package of " + file).isTrue();
            Set<String> used = uses.computeIfAbsent(own.group(1), name -> new TreeSet<>());
            IMPORT.matcher(text).results().map(match -> match.group(1)).forEach(used::add);
            used.remove(own.group(1));
        }
        assertThat(uses).containsKeys("dev.openvenue.core", "dev.openvenue.core.cancel", "dev.openvenue.bitget");
        for (String name : uses.keySet()) {
            assertThat(reachable(name, uses))
                    .as("packages that " + name + " depends on")
                    .doesNotContain(name);
        }
    }

    @Test
    void everyPackageBelongsToOneModule() throws IOException {
        Map<String, Set<String>> modules = new TreeMap<>();
        for (Path file : handWritten()) {
            Matcher own = PACKAGE.matcher(Files.readString(file));
            assertThat(own.find()).as("package of " + file).isTrue();
            modules.computeIfAbsent(own.group(1), name -> new TreeSet<>())
                    .add(ROOT.relativize(file).getName(0).toString());
        }
        assertThat(modules).containsKeys("dev.openvenue.core", "dev.openvenue.benchmarks");
        modules.forEach((name, owners) -> assertThat(owners)
                .as("modules with classes in " + name + "; a module that needs hidden types of another gets a fixture")
                .hasSize(1));
    }

    @Test
    void everyTypeThatTheArchitectureNamesExists() throws IOException {
        Set<String> types = sources().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        Set<String> named = NAMED_TYPE
                .matcher(architecture())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.endsWith("Test"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).contains("VenueRuntime", "RunLoop", "VenueCodegen");
        assertThat(types).containsAll(named);
    }

    @Test
    void theArchitectureListsTheInterceptorsInTheOrderOfTheCode() throws IOException {
        String runtime = Files.readString(ROOT.resolve("sdk-core/src/main/java/dev/openvenue/core/VenueRuntime.java"));
        String assembly =
                runtime.substring(runtime.indexOf("HttpClients.withRules("), runtime.indexOf("new ClientContext("));
        List<String> made = INTERCEPTOR_MADE
                .matcher(assembly)
                .results()
                .map(match -> match.group(1) == null ? "SigningInterceptor" : match.group(1))
                .toList();
        List<String> listed = INTERCEPTOR_ROW
                .matcher(architecture())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(listed).hasSize(7).isEqualTo(made);
    }

    private static String architecture() throws IOException {
        return Files.readString(ROOT.resolve("docs/architecture.md"));
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> uses) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(uses.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(uses.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    /** The hand-written and the generated sources of every module. */
    private static List<Path> sources() throws IOException {
        List<Path> roots = Stream.of(
                        "sdk-core", "simulator", "workbench", "cli", "generator-templates", "sdk-generated")
                .map(ROOT::resolve)
                .toList();
        return roots.stream().flatMap(ArchitectureTest::javaFiles).toList();
    }

    /** The hand-written sources of every module, those of tests too. */
    private static List<Path> handWritten() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList()) {
            for (String tree : List.of("src/main/java", "src/test/java")) {
                Path folder = ROOT.resolve(module).resolve(tree);
                if (Files.exists(folder)) {
                    try (Stream<Path> found = Files.walk(folder)) {
                        found.filter(ArchitectureTest::belongsToAPackage).forEach(files::add);
                    }
                }
            }
        }
        return files;
    }

    private static boolean belongsToAPackage(Path file) {
        return file.toString().endsWith(".java") && !file.endsWith("module-info.java");
    }

    private static Stream<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(ArchitectureTest::belongsToAPackage)
                    .filter(file -> file.toString().replace('\\', '/').contains("src/main/java/"))
                    .filter(file -> !file.toString().contains("test-classes")
                            && !file.toString().contains("resources"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
