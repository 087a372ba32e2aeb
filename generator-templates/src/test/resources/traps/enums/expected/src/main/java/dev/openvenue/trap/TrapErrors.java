package dev.openvenue.trap;

import dev.openvenue.core.ErrorCatalogue;
import dev.openvenue.core.ErrorCatalogue.Remedy;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.Execution;

/** What the codes of Trap mean: codes, kind, execution, remedy, whether we inferred it, meaning. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .build();

    private TrapErrors() {}
}
