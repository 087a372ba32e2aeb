package dev.openvenue.trap;

import dev.openvenue.core.ErrorCatalogue;
import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;

/** What the codes of Trap mean. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .codes("1 2", "Not done")
            .stated(ErrorKind.OTHER, Execution.NOT_EXECUTED, Remedy.NO)
            .codes("3", "Perhaps done")
            .stated(ErrorKind.OTHER, Execution.UNKNOWN, Remedy.LOOKUP)
            .build();

    private TrapErrors() {}
}
