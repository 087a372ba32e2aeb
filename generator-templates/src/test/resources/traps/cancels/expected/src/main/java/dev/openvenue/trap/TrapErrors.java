package dev.openvenue.trap;

import dev.openvenue.core.ErrorCatalogue;
import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;

/** What the codes of Trap mean: codes, kind, execution, remedy, whether we judged it, meaning. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .add(
                    "40008 40005",
                    ErrorKind.TIMESTAMP,
                    Execution.NOT_EXECUTED,
                    Remedy.CLOCK,
                    true,
                    "The time is outside the window")
            .add(
                    "43001",
                    ErrorKind.ORDER_NOT_FOUND,
                    Execution.UNKNOWN,
                    Remedy.LOOKUP,
                    false,
                    "No order: \"gone\", or never there")
            .add("429", ErrorKind.RATE_LIMIT, Execution.NOT_EXECUTED, Remedy.NO, false, "A bare no is understood")
            .build();

    private TrapErrors() {}
}
