package dev.openvenue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.openvenue.cli.TestEnvironment.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The venues run until Ctrl-C, which in these tests comes when the test has done its part. */
final class SimulateCommandTest {
    private static final Path GUIDE = Path.of("..", "docs", "simulator.md");

    @TempDir
    private Path folder;

    private static Result simulate(TestEnvironment environment, String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(new String[] {"simulate", "--port=0", "--console-port=0", "--seed=7"}, 0, all, 0, 4);
        System.arraycopy(args, 0, all, 4, args.length);
        return environment.run(all);
    }

    @Test
    void addressesAndInventedKeysAreLinesForAShell() {
        Result result = simulate(new TestEnvironment().whenListening(out -> {}), "bitget", "xt");

        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isZero();
        String address = "http://127\\.0\\.0\\.1:[0-9]+";
        assertThat(result.out())
                .matches("Simulated venues on this machine; no market is called. The keys are invented.\n"
                        + "\n# bitget at " + address + "\n"
                        + "export OPENVENUE_BITGET_BASE_URL='" + address + "'\n"
                        + "export OPENVENUE_BITGET_API_KEY='bg_2qAEHqeFg0WKVfojLhvKOWdplwyV5ffxuC7f6jWZ'\n"
                        + "export OPENVENUE_BITGET_PASSPHRASE='RbvoF0BIK4SVOklf'\n"
                        + "export OPENVENUE_BITGET_SECRET='N9WiJdMOJ8jXmzYtjBtbUMIwIKWBFrMJkmgeJlS4'\n"
                        + "\n# xt at " + address + "\n"
                        + "export OPENVENUE_XT_BASE_URL='" + address + "'\n"
                        + "export OPENVENUE_XT_API_KEY='[^']+'\n"
                        + "export OPENVENUE_XT_SECRET='[^']+'\n"
                        + "\nConsole:     " + address + "/#token=[0-9a-f]{48}\n"
                        + "Control API: " + address + ", with the header Authorization: Bearer [0-9a-f]{48}\n"
                        + "Seed:        7; the same keys again with --seed 7\n"
                        + "Ctrl-C ends it.\n");
    }

    @Test
    void forProgramsAllOfItIsOneLine() {
        Result result = simulate(new TestEnvironment().whenListening(out -> {}), "xt", "--json");

        assertThat(result.out().lines()).hasSize(1);
        String address = "http://127\\.0\\.0\\.1:[0-9]+";
        assertThat(result.out())
                .matches("\\{\"consoleUrl\":\"" + address + "/#token=[0-9a-f]{48}\",\"controlUrl\":\"" + address
                        + "\",\"token\":\"[0-9a-f]{48}\",\"seed\":7,\"venues\":\\[\\{\"venue\":\"xt\",\"baseUrl\":\""
                        + address
                        + "\",\"apiKey\":\"[^\"]+\",\"passphrase\":null,\"secret\":\"[^\"]+\",\"environment\":\\{"
                        + "\"OPENVENUE_XT_BASE_URL\":\"" + address + "\",\"OPENVENUE_XT_API_KEY\":\"[^\"]+\","
                        + "\"OPENVENUE_XT_SECRET\":\"[^\"]+\"}}]}\n");
    }

    @Test
    void theScriptOfTheGuidePlacesAnOrderAndSeesItsFill() throws IOException {
        assumeTrue(hasPython(), "skipped: there is no python3 on the PATH, which runs the script of docs/simulator.md");
        Matcher script = Pattern.compile("<!-- order\\.py -->\n```python\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        assertThat(script.find()).isTrue();
        Path file = Files.writeString(folder.resolve("order.py"), script.group(1));
        assertThat(script.group(1).lines()).hasSizeLessThanOrEqualTo(12);
        Path desk = folder.resolve("desk.json");
        StringBuilder said = new StringBuilder();

        Result result = simulate(
                new TestEnvironment()
                        .whenListening(out -> said.append(python(file, Files.writeString(desk, out), folder))),
                "xt",
                "--json");

        assertThat(said).hasToString("0.004\n");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aRecordingIsReplayedAndBecomesATest() throws IOException {
        Path session = folder.resolve("session.jsonl");
        simulate(new TestEnvironment().whenListening(out -> {}), "xt", "--record=" + session);

        Result replayed = new TestEnvironment().run("replay", session.toString());
        assertThat(replayed.out()).isEqualTo("0 exchanges replayed at xt: every response is as it was recorded\n");
        assertThat(replayed.exitCode()).isZero();

        Result written = new TestEnvironment().run("replay", session.toString(), "--junit", folder.toString());
        assertThat(written.out().lines())
                .containsExactly(
                        folder.toAbsolutePath()
                                .resolve("java/RecordedSessionTest.java")
                                .toString(),
                        folder.toAbsolutePath()
                                .resolve("resources/recorded-session.jsonl")
                                .toString());
        assertThat(folder.resolve("resources/recorded-session.jsonl")).hasSameTextualContentAs(session);
    }

    @Test
    void whatIsNoRecordingIsRejected() throws IOException {
        Path file = Files.writeString(folder.resolve("other.txt"), "other");
        Path absent = folder.resolve("absent");

        assertThat(new TestEnvironment().run("replay", file.toString()).err())
                .isEqualTo("openvenue replay: " + file + ": Line 1 of the recording is not an object with one member;"
                        + " give a file that openvenue simulate --record wrote\n");
        assertThat(new TestEnvironment().run("replay", absent.toString()).err())
                .isEqualTo("openvenue replay: There is no file " + absent + "\n");
    }

    @Test
    void wrongUsageIsRejectedBeforeAnythingStarts() {
        assertThat(new TestEnvironment().run("simulate", "mtgox").err())
                .isEqualTo("openvenue simulate: There is no simulated venue 'mtgox'; there are bitget, bitget-v3, htx,"
                        + " satori, xt, xt-v4\n");
        assertThat(new TestEnvironment().run("simulate", "--port=70000").err())
                .isEqualTo("openvenue simulate: --port is 70000; a port is a number from 0 to 65535\n");
        assertThat(new TestEnvironment().run("simulate", "--bind=example.org").err())
                .isEqualTo("openvenue simulate: --bind is 'example.org'; give an address of this machine, such as"
                        + " 127.0.0.1\n");
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String python(Path script, Path desk, Path folder) throws IOException {
        Process process = new ProcessBuilder(List.of("python3", script.toString(), desk.toString()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
