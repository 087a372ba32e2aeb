package dev.openvenue.cli;

import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.simulator.AccountKey;
import dev.openvenue.simulator.VenueSimulator;
import dev.openvenue.workbench.Workbench;
import dev.openvenue.workbench.WorkbenchOptions;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the embedded venues as servers until Ctrl-C. */
@Command(
        name = "simulate",
        description = "Run simulated venues as servers on this machine, for programs in any language, with a control"
                + " API and a console in the browser. No market is called.")
final class SimulateCommand implements Callable<Integer> {
    private static final int FIRST_PORT = 8781;

    /** See {@link EmbeddedVenue}. */
    private static final Logger SERVER_LOG = Logger.getLogger("mockwebserver3");

    private final CliEnvironment environment;

    @Parameters(arity = "0..*", paramLabel = "VENUE", description = "The venues; all of them by default")
    private List<String> venues = List.of();

    @Option(
            names = "--port",
            defaultValue = "" + FIRST_PORT,
            description =
                    "The port of the first venue, the others follow; 0 for free ones; ${DEFAULT-VALUE} by default")
    private int port;

    @Option(
            names = "--console-port",
            defaultValue = "8780",
            description = "The port of console and control API; 0 for a free one; ${DEFAULT-VALUE} by default")
    private int consolePort;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "The address to listen on; 127.0.0.1 by default. Any other opens the servers to others")
    private @Nullable String bind;

    @Option(
            names = "--host-alias",
            paramLabel = "HOST",
            description = "A further host, with its port, by which the servers may be called, such as that of a proxy")
    private List<String> hostAliases = List.of();

    @Option(names = "--seed", description = "What the invented keys are derived from; another one each time by default")
    private @Nullable Long seed;

    @Option(
            names = "--latency",
            converter = DurationText.class,
            description = "How long every request waits, such as 20ms; nothing by default")
    private Duration latency = Duration.ZERO;

    @Option(names = "--enforce-limits", description = "Reject requests beyond the documented limits")
    private boolean enforceLimits;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description =
                    "Write every exchange to a new file, an object of JSON a line, with keys and signatures masked")
    private @Nullable Path record;

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "Keys of your own, which the venues accept beside the invented ones. " + CredentialField.HELP)
    private @Nullable Path credentials;

    @Option(names = "--json", description = "Write one object of JSON, on one line")
    private boolean json;

    SimulateCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        SERVER_LOG.setLevel(Level.OFF);
        CountDownLatch interrupted = new CountDownLatch(1);
        Workbench workbench = start();
        SignalHandler.Registration registration = announced(workbench, interrupted);
        try {
            interrupted.await();
        } finally {
            workbench.close();
            // The last, because the process ends with it.
            registration.close();
        }
        return ExitCode.DONE;
    }

    private SignalHandler.Registration announced(Workbench workbench, CountDownLatch interrupted) {
        SimulateOutput output = new SimulateOutput(workbench);
        (json ? List.of(output.json()) : output.lines()).forEach(environment.out()::println);
        return environment.interrupts().listen(interrupted::countDown);
    }

    private Workbench start() {
        InetAddress address = address();
        WorkbenchOptions options = new WorkbenchOptions(
                chosen(),
                portNumber("--port", port),
                portNumber("--console-port", consolePort),
                address,
                hostAliases,
                seed == null ? new SecureRandom().nextInt(1, Integer.MAX_VALUE) : seed,
                enforceLimits,
                latency,
                record,
                keys(),
                environment.clock());
        try {
            return Workbench.start(options);
        } catch (UncheckedIOException e) {
            throw CommandException.usage(
                    e.getMessage() + "; choose others with --port, --console-port and --record", e);
        }
    }

    private List<String> chosen() {
        List<String> known = VenueSimulator.venues();
        for (String venue : venues) {
            if (!known.contains(venue)) {
                throw CommandException.usage(
                        "There is no simulated venue '" + venue + "'; there are " + String.join(", ", known));
            }
        }
        return venues.isEmpty() ? known : venues.stream().distinct().toList();
    }

    private static int portNumber(String option, int number) {
        if (number < 0 || number > 65_535) {
            throw CommandException.usage(option + " is " + number + "; a port is a number from 0 to 65535");
        }
        return number;
    }

    private @Nullable InetAddress address() {
        if (bind == null) {
            return null;
        }
        // A name could resolve to another address tomorrow, and to one that others can reach.
        if (!bind.matches("[0-9.]+|[0-9a-fA-F:]+")) {
            throw CommandException.usage(
                    "--bind is '" + bind + "'; give an address of this machine, such as 127.0.0.1");
        }
        try {
            InetAddress address = InetAddress.getByName(bind);
            if (!address.isLoopbackAddress()) {
                environment
                        .err()
                        .println("openvenue simulate: WARNING: whoever reaches " + bind + " can call the simulated"
                                + " venues; the control API still asks for the token, but sends it in the clear");
            }
            return address;
        } catch (UnknownHostException e) {
            throw CommandException.usage("--bind is '" + bind + "', which is no address", e);
        }
    }

    private Map<String, AccountKey> keys() {
        Map<String, AccountKey> keys = new LinkedHashMap<>();
        if (credentials != null) {
            CredentialStore store = CredentialStore.of(credentials, environment.environment());
            for (String venue : chosen()) {
                VenueProvider provider = Venues.find(venue);
                Credentials own = store.find(provider);
                if (own != null) {
                    keys.put(venue, AccountKey.of(own));
                }
            }
        }
        return keys;
    }
}
