package dev.openvenue.trap;

import dev.openvenue.core.ErrorCatalogue;
import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;

/** What the codes of Trap mean: codes, kind, execution, remedy, whether we judged it, meaning. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .add("1 2", ErrorKind.OTHER, Execution.NOT_EXECUTED, Remedy.NO, false, "Not done")
            .add("3", ErrorKind.OTHER, Execution.UNKNOWN, Remedy.LOOKUP, false, "Perhaps done")
            .build();

    private TrapErrors() {}
}
