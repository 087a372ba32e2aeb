package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kotlin reads the nullness of the generated API: what may be null must be checked first, what is required cannot be
 * null.
 */
final class KotlinNullnessTest {
    @TempDir
    private Path folder;

    @Test
    void codeThatChecksForNullCompiles() throws IOException {
        String said = compile("""
                import dev.openvenue.bitget.BitgetClient
                import dev.openvenue.bitget.model.GetOrderRequest
                import dev.openvenue.bitget.model.PlaceOrderRequest
                import java.math.BigDecimal

                fun spent(client: BitgetClient, id: String): BigDecimal =
                    client.trade().getOrder(GetOrderRequest.builder().orderId(id).clientOid(null).build()).execute()
                        .mapNotNull { it.quoteVolume }
                        .fold(BigDecimal.ZERO, BigDecimal::add)

                fun symbol(request: PlaceOrderRequest): Int = request.symbol.length
                """);

        assertThat(said).isEmpty();
    }

    @Test
    void codeThatDoesNotCheckIsRejected() throws IOException {
        String said = compile("""
                import dev.openvenue.bitget.BitgetClient
                import dev.openvenue.bitget.model.Order
                import dev.openvenue.bitget.model.PlaceOrderRequest
                import java.math.BigDecimal

                fun status(order: Order): String = order.status.wire
                fun spent(order: Order): BigDecimal = order.quoteVolume
                fun length(request: PlaceOrderRequest): Int = request.clientOid.length
                fun place(): PlaceOrderRequest = PlaceOrderRequest.builder().symbol(null).build()
                fun place(client: BitgetClient) = client.trade().placeOrder(null)
                """);

        assertThat(said).isEqualTo("""
                        User.kt:6:48: error: only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type 'OrderStatus?'.
                        fun status(order: Order): String = order.status.wire
                                                                       ^
                        User.kt:7:39: error: return type mismatch: expected 'BigDecimal', actual 'BigDecimal?'.
                        fun spent(order: Order): BigDecimal = order.quoteVolume
                                                              ^^^^^^^^^^^^^^^^^
                        User.kt:8:64: error: only safe (?.) or non-null asserted (!!.) calls are allowed on a nullable receiver of type 'String?'.
                        fun length(request: PlaceOrderRequest): Int = request.clientOid.length
                                                                                       ^
                        User.kt:9:69: error: null cannot be a value of a non-null type 'String'.
                        fun place(): PlaceOrderRequest = PlaceOrderRequest.builder().symbol(null).build()
                                                                                            ^^^^
                        User.kt:10:61: error: null cannot be a value of a non-null type 'PlaceOrderRequest'.
                        fun place(client: BitgetClient) = client.trade().placeOrder(null)
                                                                                    ^^^^
                        """);
    }

    /** What the compiler reports for a file; empty if nothing. */
    private String compile(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("User.kt"), source);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            new K2JVMCompiler()
                    .exec(
                            out,
                            "-no-stdlib",
                            "-no-reflect",
                            "-jvm-target",
                            "17",
                            "-classpath",
                            classPath(),
                            "-d",
                            folder.resolve("classes").toString(),
                            file.toString());
        }
        return said.toString(StandardCharsets.UTF_8).replace(folder + "/", "");
    }

    /** Without folders that no build made: the compiler would warn of them. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Files.exists(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
