package example;

import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.VenueSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs the shrunk application, whose jar is the argument, in a JVM of its own against an embedded venue. */
public final class ShrunkBotRun {
    private ShrunkBotRun() {}

    public static void main(String[] arguments) throws Exception {
        try (VenueSimulator bitget = VenueSimulator.start("bitget")) {
            bitget.register(AccountKey.hmac("key", "secret").withPassphrase("passphrase"));
            Process bot = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            arguments[0],
                            "example.ShrunkBot",
                            bitget.baseUrl())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(bot.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            System.out.println(said);
            require(bot.waitFor() == 0, "The application must end well");
            require(said.startsWith("bitget ") && !said.contains("dev.openvenue"), "It must be found and renamed");
            require(bitget.completedActions().placedClientOrderIds().size() >= 2, "It must have placed its orders");
            require(bitget.orders().open().isEmpty(), "It must have cancelled its orders");
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
