package dev.openvenue.conformance;

import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.SimulatedOrder;
import dev.openvenue.simulator.VenueSimulator;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves that stock generators of other languages make working clients from the portable form: each folder of
 * {@code languages} generates the clients of all venues, signs, sends and reads all cases with them, and cancels three
 * orders of each simulated venue in one call. Prints a table, and why something was skipped or failed. Arguments: the
 * folder {@code languages}, the folder of the published specs, OpenAPI Generator's jar, a folder to work in, and the
 * languages.
 *
 * <p>Exit status 0 if nothing failed, else 1. A language whose tools are not installed is skipped.
 */
final class LanguageProof implements AutoCloseable {
    private static final String KEY = "languages-key";
    private static final String SECRET = "languages-secret";
    private static final String PASSPHRASE = "languages-passphrase";

    private final Path specs;
    private final Path generator;
    private final Map<Venue, VenueSimulator> venues = new LinkedHashMap<>();

    private LanguageProof(Path specs, Path generator) {
        this.specs = specs;
        this.generator = generator;
        for (Venue venue : Venue.all()) {
            VenueSimulator simulator = VenueSimulator.start(venue.name());
            AccountKey key = AccountKey.hmac(KEY, SECRET);
            simulator.register(usesPassphrase(venue) ? key.withPassphrase(PASSPHRASE) : key);
            venues.put(venue, simulator);
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path languages = Path.of(args[0]);
        LanguageTable table = new LanguageTable();
        try (LanguageProof proof = new LanguageProof(absolute(args[1]), absolute(args[2]))) {
            for (String language : List.of(args[4].split(","))) {
                List<String> missing = missingTools(languages.resolve(language));
                if (missing.isEmpty()) {
                    proof.run(
                            language,
                            languages.resolve(language),
                            absolute(args[3]).resolve(language),
                            table);
                } else {
                    table.skipLanguage(language, "not installed: " + String.join(", ", missing));
                }
            }
        }
        System.out.println(table);
        System.exit(table.hasFailures() ? 1 : 0);
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static boolean usesPassphrase(Venue venue) {
        return String.valueOf(venue.spec().get("x-signature")).contains("{passphrase}");
    }

    /** The first line of a language's script names its tools: {@code # needs: node npm}. */
    private static List<String> missingTools(Path language) throws IOException {
        String needs = Files.readAllLines(language.resolve("run.sh")).stream()
                .filter(line -> line.startsWith("# needs: "))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(language + "/run.sh has no line '# needs: …'"));
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return Stream.of(needs.substring("# needs: ".length()).split(" "))
                .filter(tool -> folders.stream().noneMatch(folder -> Files.isExecutable(Path.of(folder, tool))))
                .toList();
    }

    /** Generates, compiles and runs in a copy of the language's folder, so that nothing is left beside its sources. */
    private void run(String language, Path source, Path work, LanguageTable table)
            throws IOException, InterruptedException {
        copy(source, work);
        Map<String, List<String>> orders = new LinkedHashMap<>();
        Map<String, @Nullable Object> tasks = new LinkedHashMap<>();
        venues.forEach((venue, simulator) -> {
            List<String> three = placeThree(simulator);
            orders.put(venue.name(), three);
            tasks.put(venue.name(), file(venue, live(venue, simulator, three)));
        });
        Files.writeString(work.resolve("tasks.json"), Json.write(tasks));
        Files.deleteIfExists(work.resolve("results.json"));
        Path log = work.resolve("run.log");
        System.out.println(language + ": see " + log);
        ProcessBuilder process = new ProcessBuilder("bash", "run.sh", "tasks.json", "results.json")
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        process.environment().put("SPECS", specs.toString());
        process.environment().put("VENUES", String.join(" ", tasks.keySet()));
        process.environment().put("OPENAPI_GENERATOR", generator.toString());
        int status = process.start().waitFor();
        Path results = work.resolve("results.json");
        if (status != 0 || !Files.exists(results)) {
            List<String> lines = Files.readAllLines(log);
            lines.subList(Math.max(0, lines.size() - 40), lines.size()).forEach(System.out::println);
            table.fail(language, "run.sh ended with status " + status + ", see " + log);
            return;
        }
        judge(language, source, Json.map(Json.parse(Files.readString(results))), orders, table);
    }

    private void judge(
            String language,
            Path source,
            Map<String, @Nullable Object> results,
            Map<String, List<String>> orders,
            LanguageTable table)
            throws IOException {
        Map<String, String> skips = skips(source.resolve("skipped.json"));
        venues.forEach((venue, simulator) -> {
            Map<String, @Nullable Object> own = Json.map(results.get(venue.name()));
            for (LanguageTask task : new LanguageTasks(venue).all()) {
                String name = venue.name() + "/" + task.name();
                String skip = skips.getOrDefault(name, "");
                table.add(
                        language,
                        task.column(),
                        name,
                        task.problem(Json.map(own.get(task.name()))),
                        skip,
                        task.mayFail());
            }
            String problem = liveProblem(simulator, orders.getOrDefault(venue.name(), List.of()), own);
            table.add(language, "live", venue.name() + "/live", problem, "", "");
        });
    }

    private static Map<String, @Nullable Object> file(Venue venue, Map<String, @Nullable Object> live) {
        Map<String, List<Map<String, @Nullable Object>>> lists = new LinkedHashMap<>();
        for (LanguageTask task : new LanguageTasks(venue).all()) {
            lists.computeIfAbsent(task.list(), list -> new ArrayList<>()).add(task.data());
        }
        Map<String, @Nullable Object> file = new LinkedHashMap<>(lists);
        file.put("live", live);
        return file;
    }

    private static List<String> placeThree(VenueSimulator simulator) {
        return Stream.of("1", "2", "3")
                .map(n -> simulator
                        .orders()
                        .place(simulator.symbol(), SimulatedOrder.Side.BUY, BigDecimal.TEN, BigDecimal.ONE, null))
                .toList();
    }

    private static Map<String, @Nullable Object> live(Venue venue, VenueSimulator simulator, List<String> orders) {
        Map<String, @Nullable Object> credentials = new LinkedHashMap<>();
        credentials.put("apiKey", KEY);
        credentials.put("key", Map.of("hmac", SECRET));
        if (usesPassphrase(venue)) {
            credentials.put("passphrase", PASSPHRASE);
        }
        Map<String, @Nullable Object> live = new LinkedHashMap<>();
        live.put("baseUrl", simulator.baseUrl());
        live.put("credentials", credentials);
        live.put("symbol", simulator.symbol());
        live.put("orderIds", orders);
        return live;
    }

    /** What the book says: a client may believe that it has cancelled. */
    private static String liveProblem(
            VenueSimulator simulator, List<String> orders, Map<String, @Nullable Object> results) {
        List<String> open = orders.stream()
                .filter(id -> simulator.orders().find(id).orElseThrow().isOpen())
                .toList();
        String error = Json.text(Json.map(results.get("live")), "error");
        return !error.isEmpty() ? error : open.isEmpty() ? "" : "still open: " + open;
    }

    /** What a language cannot do, by the reason; the names of the results are lists. */
    private static Map<String, String> skips(Path file) throws IOException {
        Map<String, String> skips = new LinkedHashMap<>();
        if (Files.exists(file)) {
            Json.map(Json.parse(Files.readString(file)))
                    .forEach((reason, names) -> ((List<?>) Objects.requireNonNull(names))
                            .forEach(name -> skips.put(String.valueOf(name), reason)));
        }
        return skips;
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> walk = Files.walk(source)) {
            for (Path path : walk.toList()) {
                Path copy = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    @Override
    public void close() {
        venues.values().forEach(VenueSimulator::close);
    }
}
