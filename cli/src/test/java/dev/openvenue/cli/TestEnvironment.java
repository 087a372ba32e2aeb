package dev.openvenue.cli;

import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.VenueSimulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A world for commands to run in; it keeps what they say. */
final class TestEnvironment {
    /** Stands in every invented secret, so that a leak is found by a search for it. */
    static final String MARKER = "MARKEDsecret";

    /** The invented API key; of the form that all venues accept. */
    static final String API_KEY = "st_" + MARKER + "-api-key";

    private final Map<String, String> environment = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private InputStream in = InputStream.nullInputStream();
    private boolean terminal;
    private @Nullable Runnable interrupt;
    private @Nullable Visitor visitor;

    /** Does something while a command waits for Ctrl-C. */
    @FunctionalInterface
    interface Visitor {
        void visit(String saidSoFar) throws IOException;
    }

    /** How a command ended. */
    record Result(int exitCode, String out, String err) {}

    TestEnvironment variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    TestEnvironment input(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TestEnvironment terminal() {
        terminal = true;
        return this;
    }

    /** Puts invented credentials for a venue into the environment, and lets the simulator know them. */
    TestEnvironment credentialsFor(VenueSimulator venue) {
        String prefix = "OPENVENUE_" + venue.venueId().toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        venue.register(AccountKey.hmac(API_KEY, MARKER + "-hmac").withPassphrase(MARKER + "-passphrase"));
        return variable(prefix + "API_KEY", API_KEY)
                .variable(prefix + "SECRET", MARKER + "-hmac")
                .variable(prefix + "PASSPHRASE", MARKER + "-passphrase");
    }

    /** Does something as soon as a command listens for Ctrl-C, and then presses it. */
    TestEnvironment whenListening(Visitor first) {
        visitor = first;
        return this;
    }

    CliEnvironment environment() {
        return new CliEnvironment(
                environment,
                in,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                InstantSource.system(),
                action -> {
                    interrupt = action;
                    if (visitor != null) {
                        visit(visitor);
                        action.run();
                    }
                    return () -> interrupt = null;
                });
    }

    private void visit(Visitor guest) {
        try {
            guest.visit(out.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ctrl-C. */
    void interrupt() {
        Runnable action = interrupt;
        if (action == null) {
            throw new AssertionError("Nobody listens for Ctrl-C");
        }
        action.run();
    }

    Result run(String... args) {
        int exitCode = OpenVenue.commandLine(environment()).execute(args);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
