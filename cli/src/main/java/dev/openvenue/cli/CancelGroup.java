package dev.openvenue.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that belong to one {@code --venue}; the next {@code --venue} begins another group. */
final class CancelGroup {
    @Option(
            names = "--venue",
            paramLabel = "VENUE",
            description =
                    "The venue (always needed), or several with commas if all else is the same; see: openvenue venues")
    String venues = "";

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "The symbol as the venue spells it")
    @Nullable
    String symbol;

    @Option(
            names = "--category",
            paramLabel = "CATEGORY",
            description = "The category, at venues where a symbol exists in several, such as USDT-FUTURES;"
                    + " without it the orders named are of the venue's default, and those listed are of all")
    @Nullable
    String category;

    @ArgGroup(exclusive = true, multiplicity = "1")
    CancelSelection selection = new CancelSelection();

    @Option(
            names = "--argument",
            paramLabel = "NAME=VALUE",
            description = "What else the venue's operations are to be given, such as account-id=123")
    List<String> arguments = List.of();

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where to call instead of production: https, or http to this machine")
    @Nullable
    String baseUrl;

    /** Checked here, because the parser would say of a second choice of orders only that a venue is missing. */
    List<String> venueIds() {
        if (venues.isBlank()) {
            throw CommandException.usage(selection.option() + " belongs to no --venue: give each --venue one of "
                    + CancelSelection.OPTIONS + ", and name a venue again for a second one");
        }
        return List.of(venues.split(",", -1));
    }
}
