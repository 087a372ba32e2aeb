package dev.openvenue.cli;

import java.io.Console;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Everything outside the process that a command uses, so that a test can replace it.
 *
 * @param environment the environment variables
 * @param in standard input
 * @param out standard output: results
 * @param err standard error: progress and problems
 * @param terminal whether the output is a terminal, so that progress may be redrawn in place
 * @param clock this machine's clock
 * @param interrupts the source of Ctrl-C
 */
record CliEnvironment(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        InstantSource clock,
        SignalHandler interrupts) {
    /** The environment of this process. */
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

    /** Since JDK 22 a console may exist without a terminal, and reports which it is; before, it implied one. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Omits the environment variables, because they may contain keys. */
    @Override
    public String toString() {
        return "CliEnvironment[terminal=" + terminal + "]";
    }
}
