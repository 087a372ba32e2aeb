package dev.openvenue.cli;

import dev.openvenue.core.Operation;
import dev.openvenue.core.error.VenueException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes one call that only reads, and shows its rows. What it reads is the command's name. */
@Command
final class ReadCommand implements Callable<Integer> {
    private static final String SYMBOLS = "symbols";

    private final CliEnvironment environment;
    private final Subject subject;

    @Mixin
    private final VenueTarget target = new VenueTarget();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Parameters(
            arity = "0..*",
            paramLabel = "name=value",
            description = "What the venue's operation is to be given, by the names on the wire; a value may be JSON")
    private List<String> arguments = List.of();

    ReadCommand(CliEnvironment environment, Subject subject) {
        this.environment = environment;
        this.subject = subject;
    }

    /**
     * What can be read.
     *
     * @param operations the operations that read it; the first that a venue has
     */
    record Subject(String command, String description, List<String> operations) {
        static final List<Subject> ALL = List.of(
                new Subject("order", "Show one order.", List.of("getOrder")),
                new Subject("orders", "List past orders, the latest page of them.", List.of("listOrders")),
                new Subject("fills", "List the account's trades, the latest page of them.", List.of("listFills")),
                new Subject("balances", "List the account's balances.", List.of("getBalances", "getBalance")),
                new Subject(SYMBOLS, "List the symbols that the venue trades.", List.of("listSymbols")));
    }

    @Override
    public Integer call() {
        try (Session session = target.openToRead(environment, subject.command().equals(SYMBOLS))) {
            Operation operation = operation(session);
            List<?> rows = rows(read(session, operation));
            if (rows.isEmpty() && !output.isJson()) {
                environment.out().println(session.origin() + "  " + operation.id() + " listed nothing");
            }
            rows.forEach(row -> environment.out().println(session.redactor().hide(line(session, operation, row))));
        }
        return ExitCode.DONE;
    }

    private Operation operation(Session session) {
        return subject.operations().stream()
                .filter(session.client().operations().ids()::contains)
                .findFirst()
                .map(session::operation)
                .orElseThrow(() -> CommandException.usage(session.client().venueName() + " has no operation "
                        + String.join(" or ", subject.operations()) + "; it has "
                        + String.join(", ", session.client().operations().ids())));
    }

    private @Nullable Object read(Session session, Operation operation) {
        try {
            return operation.tree(operation.call(NamedValues.parse(arguments)).execute());
        } catch (VenueException e) {
            // The call only reads, so nothing is in doubt.
            throw CommandException.failed(ExitCode.REJECTED, session.origin() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()), e);
        }
    }

    /** The rows of a payload: its list, or the list of its only list, or the payload itself. */
    private static List<?> rows(@Nullable Object payload) {
        if (payload instanceof List<?> list) {
            return list;
        } else if (payload instanceof Map<?, ?> map) {
            List<List<?>> lists = map.values().stream()
                    .filter(List.class::isInstance)
                    .<List<?>>map(List.class::cast)
                    .toList();
            return lists.size() == 1 ? lists.get(0) : List.of(map);
        }
        return payload == null ? List.of() : List.of(payload);
    }

    private String line(Session session, Operation operation, Object row) {
        if (output.isJson()) {
            Map<String, @Nullable Object> line = session.line("operation", operation.id());
            line.put("row", row);
            return JsonFormat.of(line);
        }
        return session.origin() + "  " + (row instanceof Map<?, ?> fields ? fields(fields) : row);
    }

    private static String fields(Map<?, ?> row) {
        return row.entrySet().stream()
                .filter(field -> field.getValue() != null && !"".equals(field.getValue()))
                .map(field -> field.getKey() + "="
                        + (field.getValue() instanceof String text ? text : JsonFormat.of(field.getValue())))
                .collect(Collectors.joining(" "));
    }
}
