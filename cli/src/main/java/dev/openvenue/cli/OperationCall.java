package dev.openvenue.cli;

import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueCall;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that name an operation and give its arguments. */
final class OperationCall {
    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            description = "The operation's id in the venue's spec, if it does not come first")
    private @Nullable String operation;

    @Parameters(
            arity = "0..*",
            paramLabel = "OPERATION name=value",
            description = "The operation, then its arguments by their names on the wire; a value may be JSON")
    private List<String> words = List.of();

    /** The operation. */
    Operation operation(Session session) {
        if (operation != null) {
            return session.operation(operation);
        }
        if (words.isEmpty() || words.get(0).contains("=")) {
            throw CommandException.usage(
                    "Which operation of " + session.client().venueName()
                            + "? Name it before the arguments, or with --operation; it has "
                            + String.join(", ", session.client().operations().ids()));
        }
        return session.operation(words.get(0));
    }

    /** The call, not yet executed. */
    VenueCall<Object> prepare(Operation chosen) {
        List<String> arguments = operation == null ? words.subList(1, words.size()) : words;
        try {
            return chosen.call(NamedValues.parse(arguments));
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()), e);
        }
    }
}
