package dev.openvenue.cli;

import dev.openvenue.core.VenueClient;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code openvenue}. */
@Command(
        name = "openvenue",
        description = "Cancels orders in batches at trading venues, with an outcome for every order.",
        versionProvider = OpenVenue.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done; of a cancel: every order that was named or listed is closed",
            "1:rejected, by the venue or for its usage; nothing is in doubt",
            "2:in doubt: an order may be open, or a call may have been carried out",
            "3:not found: the venue knows no such order; it may be open in another account or market"
        })
public final class OpenVenue implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it first.
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help")
    @SuppressWarnings("UnusedVariable") // picocli handles it by itself.
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version")
    @SuppressWarnings("UnusedVariable") // picocli handles it by itself.
    private boolean version;

    @Option(
            names = "--stack-trace",
            scope = ScopeType.INHERIT,
            description = "Show where in the program a problem arose")
    private boolean stackTrace;

    private OpenVenue() {}

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        System.exit(commandLine(CliEnvironment.system()).execute(args));
    }

    /** Creates the command for a given environment. */
    static CommandLine commandLine(CliEnvironment environment) {
        OpenVenue top = new OpenVenue();
        CommandLine commandLine = new CommandLine(top)
                .addSubcommand(new CancelCommand(environment))
                .addSubcommand(new OpenOrdersCommand(environment))
                .addSubcommand(new PlaceCommand(environment))
                .addSubcommand(new SignCommand(environment))
                .addSubcommand(new VenuesCommand(environment))
                .addSubcommand(new DemoCommand(environment));
        for (ReadCommand.Subject subject : ReadCommand.Subject.ALL) {
            CommandLine read = new CommandLine(new ReadCommand(environment, subject));
            read.getCommandSpec().usageMessage().description(subject.description());
            commandLine.addSubcommand(subject.command(), read);
        }
        commandLine.addSubcommand(new CompletionCommand(environment));
        return commandLine
                .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpWidth(110)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> misused(environment, e))
                .setExecutionExceptionHandler((e, failed, parsed) -> top.failed(environment, failed, e));
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    private static int misused(CliEnvironment environment, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        environment
                .err()
                .println(command + ": " + oneLine(e.getMessage()) + suggestion(e) + " (see: " + command + " --help)");
        return ExitCode.REJECTED;
    }

    private static String suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        List<String> close = new ArrayList<>(unmatched.getSuggestions());
        // A venue without its option is the commonest slip of all.
        if (e.getCommandLine().getCommandSpec().findOption("--venue") != null) {
            unmatched.getUnmatched().stream()
                    .filter(word ->
                            Venues.all().stream().anyMatch(venue -> venue.id().equals(word)))
                    .findFirst()
                    .ifPresent(venue -> close.add(0, "--venue " + venue));
        }
        return close.isEmpty() ? "" : "; did you mean " + close.get(0) + "?";
    }

    /** The version of the SDK, which is that of the command. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"openvenue " + VenueClient.sdkVersion()};
        }
    }

    private int failed(CliEnvironment environment, CommandLine commandLine, Exception e) {
        String command = commandLine.getCommandSpec().qualifiedName();
        boolean expected = e instanceof CommandException;
        environment
                .err()
                .println(command + ": "
                        + (expected
                                ? oneLine(e.getMessage())
                                : "failed unexpectedly: " + e
                                        + "; what it had begun may have been done"
                                        + " (show where it failed with --stack-trace)"));
        if (stackTrace) {
            e.printStackTrace(environment.err());
        }
        return e instanceof CommandException command1 ? command1.exitCode() : ExitCode.UNKNOWN;
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
    }
}
