package dev.openvenue.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where and with what was measured; nothing that names the machine.
 *
 * @param facts for people, by name
 */
record Environment(Map<String, String> facts) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Pattern CPU_MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.*)$");
    private static final Pattern JAR = Pattern.compile("([a-zA-Z][\\w.-]*?)-(\\d[\\w.-]*)\\.jar");
    private static final List<String> LIBRARIES = List.of(
            "okhttp-jvm",
            "retrofit",
            "moshi",
            "jackson-databind",
            "bucket4j_jdk17-core",
            "lettuce-core",
            "bcprov-jdk18on",
            "secp256k1-kmp-jvm",
            "jmh-core");
    private static final Map<String, List<String>> PEERS = Map.of(
            "XChange", List.of("xchange-core", "jackson-databind"),
            "Gate", List.of("gate-api", "okhttp", "gson"),
            "Web3j", List.of("crypto", "bcprov-jdk18on"));

    static Environment read() throws IOException, InterruptedException {
        Map<String, String> facts = new LinkedHashMap<>();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        facts.put("Date", LocalDate.now(ZoneOffset.UTC).toString());
        facts.put("Commit", commit());
        facts.put(
                "Hardware",
                cpu() + ", " + system.getAvailableProcessors() + " processors, "
                        + system.getTotalMemorySize() / (1 << 30) + " GiB");
        facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("Load", "%.1f before; above 1 other programs were running".formatted(system.getSystemLoadAverage()));
        facts.put("Libraries", versions(System.getProperty("java.class.path"), LIBRARIES));
        for (Map.Entry<String, List<String>> peer : new TreeMap<>(PEERS).entrySet()) {
            facts.put("Class path of " + peer.getKey(), versions(Fork.classPath(peer.getKey()), peer.getValue()));
        }
        return new Environment(facts);
    }

    /** The same, and how long the benchmarks took. */
    Environment with(Duration took) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put("Time", took.toMinutes() + " min " + took.toSecondsPart() + " s");
        return new Environment(more);
    }

    private static String cpu() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return System.getProperty("os.arch");
        }
        Matcher model = CPU_MODEL.matcher(Files.readString(CPU_INFO));
        return model.find() ? model.group(1) : System.getProperty("os.arch");
    }

    private static String commit() throws IOException, InterruptedException {
        String commit = git("rev-parse", "--short=12", "HEAD");
        boolean isChanged =
                !git("status", "--porcelain", "--untracked-files=no").isEmpty();
        return isChanged ? commit + " with uncommitted changes" : commit;
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? output : "unknown";
    }

    private static String versions(String classPath, List<String> libraries) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Matcher jar = JAR.matcher(Path.of(entry).getFileName().toString());
            if (jar.matches()) {
                found.put(jar.group(1), jar.group(2));
            }
        }
        return String.join(
                ", ",
                libraries.stream()
                        .map(library -> library + " " + found.getOrDefault(library, "?"))
                        .toList());
    }
}
