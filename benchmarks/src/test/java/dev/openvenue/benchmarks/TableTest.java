package dev.openvenue.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.benchmarks.Table.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table names what exists, and what exists is in the table. */
final class TableTest {
    private static final String SUFFIX = "Benchmark.java";
    private static final Pattern METHOD =
            Pattern.compile("@Benchmark\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+)*public [^(]*?(\\w+)\\(");

    @Test
    void everyBenchmarkIsDescribedAndEveryDescriptionIsOfABenchmark() throws IOException {
        TreeSet<String> written = new TreeSet<>();
        for (Path file : benchmarks()) {
            String type = file.getFileName().toString().replace(SUFFIX, "");
            METHOD.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult method) -> type + "." + method.group(1))
                    .forEach(written::add);
        }

        assertThat(new TreeSet<>(Table.read().benchmarks().keySet())).isEqualTo(written);
    }

    @Test
    void everyBenchmarkIsASideOfSomeRow() throws IOException {
        Table table = Table.read();

        assertThat(table.matching(name -> true)).isEqualTo(table);
    }

    @Test
    void everyPeerIsInAFolderOfItsName() throws IOException {
        Map<String, String> folders = new TreeMap<>();
        for (Path file : benchmarks()) {
            if (file.startsWith("peers")) {
                folders.put(
                        file.getFileName().toString().replace(SUFFIX, "").toLowerCase(Locale.ROOT),
                        file.getName(1).toString());
            }
        }

        assertThat(folders)
                .containsOnlyKeys("gate", "web3j", "xchange")
                .allSatisfy((type, folder) -> assertThat(folder).isEqualTo(type));
    }

    @Test
    void aPatternKeepsTheRowsBothOfWhoseSidesMatch() throws IOException {
        Table table = Table.read().matching(name -> name.startsWith("Encoding."));

        assertThat(table.benchmarks().keySet()).containsExactly("Encoding.generated", "Encoding.jackson");
        assertThat(table.rows()).extracting(Row::title).containsExactly("Encode a batch cancel of 50 ÷ Jackson");
    }

    private static List<Path> benchmarks() throws IOException {
        try (Stream<Path> own = Files.walk(Path.of("src", "main"));
                Stream<Path> peers = Files.walk(Path.of("peers"))) {
            return Stream.concat(own, peers)
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .toList();
        }
    }
}
