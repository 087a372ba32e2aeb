package dev.openvenue.cli;

import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.OpenOrder;
import dev.openvenue.core.error.VenueException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists a symbol's open orders. */
@Command(name = "open-orders", description = "List a symbol's open orders, all pages of them.")
final class OpenOrdersCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Mixin
    private final VenueTarget target = new VenueTarget();

    @Option(
            names = "--symbol",
            required = true,
            paramLabel = "SYMBOL",
            description = "The symbol as the venue spells it")
    private String symbol = "";

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "The category, at venues where a symbol exists in several; all of them by default")
    private @Nullable String category;

    @Option(
            names = "--argument",
            paramLabel = "NAME=VALUE",
            description = "What else the listing is to be given, such as account-id=123")
    private List<String> arguments = List.of();

    @Mixin
    private final OutputOption output = new OutputOption();

    OpenOrdersCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (Session session = target.open(environment)) {
            List<OpenOrder> orders = list(session);
            switch (output.format()) {
                case TABLE ->
                    table(session.origin(), orders)
                            .forEach(line ->
                                    environment.out().println(session.redactor().hide(line)));
                case JSON ->
                    orders.forEach(order ->
                            environment.out().println(session.redactor().hide(json(session, order))));
            }
        }
        return ExitCode.DONE;
    }

    private List<OpenOrder> list(Session session) {
        try {
            BatchCancel batchCancel = BatchCancel.of(session.client());
            return (category == null ? batchCancel : batchCancel.inCategory(category))
                    .arguments(NamedValues.present(arguments))
                    .openOrders(symbol);
        } catch (VenueException e) {
            // The list only reads, so nothing is in doubt.
            throw CommandException.failed(ExitCode.REJECTED, session.origin() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> table(Origin origin, List<OpenOrder> orders) {
        if (orders.isEmpty()) {
            return List.of(origin + "  0 open orders were listed for " + symbol + "; check the symbol");
        }
        TextTable table = new TextTable("target", "symbol", "order id", "client order id", "status");
        for (OpenOrder order : orders) {
            table.row(
                    origin,
                    symbol,
                    order.orderId(),
                    Objects.requireNonNullElse(order.clientOrderId(), "-"),
                    Objects.requireNonNullElse(order.status(), "open"));
        }
        return table.lines();
    }

    private String json(Session session, OpenOrder order) {
        Map<String, @Nullable Object> line = session.line("symbol", symbol);
        line.put("orderId", order.orderId());
        line.put("clientOrderId", order.clientOrderId());
        line.put("status", order.status());
        line.put("order", order.details());
        return JsonFormat.of(line);
    }
}
