package dev.openvenue.cli;

import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueCall;
import dev.openvenue.core.error.VenueException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Executes one trading call, or shows it. Only operations that trade: a typo must not withdraw money. */
@Command(
        name = "place",
        description = "Make one trading call, such as placing an order. Without --send it is only shown.")
final class PlaceCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Mixin
    private final VenueTarget target = new VenueTarget();

    @Mixin
    private final OperationCall call = new OperationCall();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Option(names = "--send", description = "Really send it; without, nothing leaves this machine")
    private boolean send;

    PlaceCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Session session = send ? target.open(environment) : target.openUnsigned(environment)) {
            Operation operation = call.operation(session);
            requireTrade(operation);
            VenueCall<Object> prepared = call.prepare(operation);
            try {
                if (send) {
                    say(session, operation.tree(prepared.execute()));
                } else if (output.isJson()) {
                    say(session, RequestText.fields(prepared.request()));
                } else {
                    RequestText.print(
                            environment.out(), session.origin() + " (not sent; add --send)", prepared.request());
                }
            } catch (VenueException e) {
                throw session.failure(e);
            }
        }
        return ExitCode.DONE;
    }

    private void say(Session session, @Nullable Object result) {
        String text = output.isJson()
                ? JsonFormat.of(session.line(send ? "response" : "request", result))
                : session.origin() + "  " + JsonFormat.of(result);
        environment.out().println(session.redactor().hide(text));
    }

    private static void requireTrade(Operation operation) {
        if (!operation.permission().equals("trade")) {
            throw CommandException.usage(
                    operation.id() + " is not a trading operation; place makes trading calls only");
        }
    }
}
