package dev.openvenue.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The debugger without its page, in node: the build of the debugger needs node, so it is there. */
final class DebuggerScriptsTest {
    private static final String DEBUGGER = System.getProperty("openvenue.site") + "/debugger";

    @TempDir
    private Path folder;

    @Test
    void passesTheSigningCasesOfAllVenues() throws Exception {
        ArrayNode cases = Cases.signing();
        Path file = folder.resolve("cases.json");
        Files.writeString(file, cases.toString());
        assertThat(cases).isNotEmpty();
        assertThat(node("cases.js", DEBUGGER, file.toString())).isEqualTo(cases.size() + " cases, 0 failures\n");
    }

    @Test
    void namesTheMistakesBehindSignaturesThatOthersMade() throws Exception {
        assertThat(node("mistakes.js", DEBUGGER)).isEqualTo("0 failures\n");
    }

    @Test
    void knowsNoVenueButByTheSpecs() throws IOException {
        Pattern venues = Pattern.compile("(?i)\\b(" + String.join("|", Cases.venues()) + ")\\b");
        try (Stream<Path> files = Files.list(Path.of(DEBUGGER))) {
            for (Path file : files.filter(f -> !f.endsWith("venues.js") && !f.endsWith("secp256k1.js"))
                    .toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(venues);
            }
        }
    }

    private static String node(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "src/test/js/" + script));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
