package dev.openvenue.cli;

import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which orders of one venue are to be cancelled; exactly one of these options is given. */
final class CancelSelection {
    static final String OPTIONS = "--ids, --client-ids, --ids-file, --all-open, --everything";

    @Option(names = "--ids", paramLabel = "ID,ID", description = "These orders, by the venue's ids: 1,2,3")
    @Nullable
    String ids;

    @Option(names = "--client-ids", paramLabel = "ID,ID", description = "These orders, by the client's ids")
    @Nullable
    String clientIds;

    @Option(
            names = "--ids-file",
            paramLabel = "FILE",
            description = "The orders in a file, an id of the venue's a line; - is standard input")
    @Nullable
    String idsFile;

    @Option(names = "--all-open", description = "All open orders of the symbol")
    boolean allOpen;

    @Option(names = "--everything", description = "All open orders of all symbols, of every kind that the venue lists")
    boolean everything;

    /** The option that was given. */
    String option() {
        if (everything) {
            return "--everything";
        }
        if (allOpen) {
            return "--all-open";
        }
        if (idsFile != null) {
            return "--ids-file";
        }
        return clientIds == null ? "--ids" : "--client-ids";
    }

    /** The ids on the command line. */
    List<String> idsInPlace() {
        List<String> all = List.of(Objects.requireNonNullElse(clientIds != null ? clientIds : ids, "")
                .split(",", -1));
        if (all.stream().anyMatch(String::isBlank)) {
            throw CommandException.usage("One of the ids is blank; write them with commas and nothing else between");
        }
        return all;
    }

    /** The kind of ids that name the orders. */
    IdKind kind() {
        return clientIds == null ? IdKind.ORDER_ID : IdKind.CLIENT_ORDER_ID;
    }
}
