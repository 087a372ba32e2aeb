package dev.openvenue.cli;

import picocli.CommandLine.Option;

/** How results are written. */
final class OutputOption {
    @Option(names = "--output", defaultValue = "table", description = "table, or json: an object a line")
    private Output output = Output.TABLE;

    @Option(names = "--json", description = "The same as --output json")
    private boolean json;

    Output format() {
        return json ? Output.JSON : output;
    }

    boolean isJson() {
        return format() == Output.JSON;
    }
}
