package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NullAway reads the nullness of the generated API as {@link KotlinNullnessTest Kotlin} does. */
final class NullAwayTest {
    /** What Error Prone needs of javac, as Maven itself is started. */
    private static final Path JVM_CONFIG = Path.of("../.mvn/jvm.config");

    @TempDir
    private Path folder;

    @Test
    void codeThatChecksForNullCompiles() throws Exception {
        String said = compile("""
                import dev.openvenue.bitget.model.Order;
                import dev.openvenue.bitget.model.GetOrderRequest;
                import dev.openvenue.bitget.model.PlaceOrderRequest;

                @org.jspecify.annotations.NullMarked
                final class User {
                    String status(Order order) {
                        return order.status() == null ? "none" : order.status().wire();
                    }
                    int length(PlaceOrderRequest request) {
                        return request.symbol().length();
                    }
                    GetOrderRequest request() {
                        return GetOrderRequest.builder().orderId("1").clientOid(null).build();
                    }
                }
                """);

        assertThat(said).isEmpty();
    }

    @Test
    void codeThatDoesNotCheckIsRejected() throws Exception {
        String said = compile("""
                import dev.openvenue.bitget.model.Order;
                import dev.openvenue.bitget.model.PlaceOrderRequest;

                @org.jspecify.annotations.NullMarked
                final class User {
                    String status(Order order) {
                        return order.status().wire();
                    }
                    int length(PlaceOrderRequest request) {
                        return request.clientOid().length();
                    }
                    Object request() {
                        return PlaceOrderRequest.builder().symbol(null);
                    }
                }
                """);

        assertThat(said).isEqualTo("""
                        User.java:7: error: [NullAway] dereferenced expression 'order.status()' is @Nullable
                        User.java:10: error: [NullAway] dereferenced expression 'request.clientOid()' is @Nullable
                        User.java:13: error: [NullAway] passing @Nullable parameter 'null' where @NonNull is required
                        """);
    }

    /** What the compiler reports for a file, without the lines that it quotes; empty if nothing. */
    private String compile(String source) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("User.java"), source);
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
        Files.readAllLines(JVM_CONFIG).forEach(option -> command.add("-J" + option));
        command.addAll(List.of("-cp", classPath, "-processorpath", classPath, "-d", folder.toString()));
        command.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW"));
        command.add("-XDaddTypeAnnotationsToSymbol=true");
        command.add(
                "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:NullAway:ERROR -XepOpt:NullAway:OnlyNullMarked=true");
        command.add(file.toString());
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = said.lines()
                .filter(line -> line.contains("error:"))
                .map(line -> line.replace(folder + "/", "") + "\n")
                .collect(Collectors.joining());
        assertThat(javac.waitFor()).as(said).isEqualTo(errors.isEmpty() ? 0 : 1);
        return errors;
    }
}
