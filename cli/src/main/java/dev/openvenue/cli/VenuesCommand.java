package dev.openvenue.cli;

import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.VenueDescription;
import dev.openvenue.simulator.VenueSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the venues. */
@Command(name = "venues", description = "List the venues: operations, ids in one batch cancel, and where they are.")
final class VenuesCommand implements Callable<Integer> {
    private final CliEnvironment environment;

    @Mixin
    private final OutputOption output = new OutputOption();

    VenuesCommand(CliEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<String> embedded = VenueSimulator.venues();
        TextTable table = new TextTable("venue", "name", "operations", "batch cancel", "embedded", "production");
        for (VenueProvider provider : Venues.all()) {
            try (Session session = Session.open(provider, null, null, environment.clock())) {
                VenueDescription description = session.client().description();
                if (output.isJson()) {
                    Map<String, @Nullable Object> line = new LinkedHashMap<>();
                    line.put("venue", provider.id());
                    line.put("name", description.name());
                    line.put("operations", session.client().operations().ids());
                    line.put(
                            "batchCancelCap",
                            description.batchCancel() == null
                                    ? null
                                    : description.batchCancel().cap());
                    line.put("embedded", embedded.contains(provider.id()));
                    line.put("production", description.baseUrl());
                    environment.out().println(JsonFormat.of(line));
                    continue;
                }
                table.row(
                        provider.id(),
                        description.name(),
                        session.client().operations().ids().size(),
                        cap(description.batchCancel()),
                        embedded.contains(provider.id()) ? "yes" : "no",
                        description.baseUrl());
            }
        }
        if (!output.isJson()) {
            table.lines().forEach(environment.out()::println);
        }
        return ExitCode.DONE;
    }

    private static String cap(@Nullable BatchCancelDescription batchCancel) {
        if (batchCancel == null) {
            return "none";
        }
        return batchCancel.cap() == 0 ? "no stated cap" : "up to " + batchCancel.cap();
    }
}
