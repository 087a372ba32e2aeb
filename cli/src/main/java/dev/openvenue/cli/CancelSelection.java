package dev.openvenue.cli;

import dev.openvenue.core.BatchCancelDescription.IdKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which orders of one venue are to be cancelled; exactly one of these options is given. */
final class CancelSelection {
    @Option(names = "--ids", split = ",", paramLabel = "ID", description = "These orders, by the venue's ids: 1,2,3")
    @Nullable
    List<String> ids;

    @Option(names = "--client-ids", split = ",", paramLabel = "ID", description = "These orders, by the client's ids")
    @Nullable
    List<String> clientIds;

    @Option(
            names = "--ids-file",
            paramLabel = "FILE",
            description = "The orders in a file, an id of the venue's a line; - is standard input")
    @Nullable
    String idsFile;

    @Option(names = "--all-open", description = "All open orders of the symbol")
    boolean allOpen;

    /** The kind of ids that name the orders. */
    IdKind kind() {
        return clientIds == null ? IdKind.ORDER_ID : IdKind.CLIENT_ORDER_ID;
    }
}
