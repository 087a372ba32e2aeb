package dev.openvenue.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Runs one benchmark in a JVM of its own, with the class path of its module. */
final class Fork {
    private static final Path PEERS = Path.of("peers");
    private static final Path LOG = Path.of("target", "jmh.log");
    private static final Path RESULT = Path.of("target", "jmh.json");
    private static final String HEAP = "-Xms1g -Xmx1g";

    private final Plan plan;
    private final Servers servers;

    Fork(Plan plan, Servers servers) {
        this.plan = plan;
        this.servers = servers;
    }

    /**
     * @param benchmark its name in the table: the class without {@code Benchmark}, a dot, the method
     * @return null if it failed; JMH's own output says why
     */
    @Nullable
    Measurement run(String benchmark) throws IOException, InterruptedException {
        String type = benchmark.substring(0, benchmark.indexOf('.'));
        String method = benchmark.substring(benchmark.indexOf('.') + 1);
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(type)));
        command.addAll(List.of("org.openjdk.jmh.Main", ".*\\." + type + "Benchmark\\." + method + "$"));
        command.addAll(List.of("-rf", "json", "-rff", RESULT.toString(), "-foe", "true"));
        command.addAll(List.of("-prof", CostProfiler.class.getName()));
        command.addAll(List.of("-jvmArgs", HEAP + " " + String.join(" ", servers.properties())));
        boolean isFirstCall = type.equals("FirstCall");
        command.addAll(List.of("-f", Integer.toString(isFirstCall ? plan.firstCalls() : 1)));
        if (!isFirstCall) {
            command.addAll(plan.options());
        }
        Files.deleteIfExists(RESULT);
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start()
                .waitFor();
        JsonNode results = Files.exists(RESULT) ? new ObjectMapper().readTree(RESULT.toFile()) : null;
        if (status != 0 || results == null || results.size() != 1) {
            System.out.println(benchmark + " could not be measured; " + LOG + " says why");
            return null;
        }
        return new Measurement(results.get(0));
    }

    /** A peer's own libraries, or else this program's, which are the SDK's. The profiler is on both. */
    static String classPath(String type) throws IOException {
        Path target = PEERS.resolve(type.toLowerCase(Locale.ROOT)).resolve("target");
        if (!Files.isDirectory(target)) {
            return System.getProperty("java.class.path");
        }
        return String.join(
                File.pathSeparator,
                target.resolve("classes").toString(),
                Files.readString(target.resolve("classpath.txt")).strip(),
                Path.of("target", "classes").toString());
    }
}
