package dev.openvenue.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * All that a command touches of the world outside, so that a test can be that world.
 *
 * @param environment the environment variables
 * @param in standard input
 * @param out standard output: results
 * @param err standard error: progress and problems
 * @param terminal whether a person watches, so that progress may be drawn and drawn over
 * @param clock this machine's time
 * @param interrupts how Ctrl-C is heard
 */
record CliEnvironment(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        InstantSource clock,
        SignalHandler interrupts) {
    /** The shell that this process was started from. */
    static CliEnvironment system() {
        return new CliEnvironment(
                System.getenv(),
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                Optional.ofNullable(System.console())
                        .filter(CliEnvironment::isTerminal)
                        .isPresent(),
                InstantSource.system(),
                SignalHandler.SYSTEM);
    }

    /** From JDK 22 on a console may be there without a terminal, and can be asked; before, it was the proof of one. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Names nothing of the environment, because keys stand there. */
    @Override
    public String toString() {
        return "Shell[terminal=" + terminal + "]";
    }
}
