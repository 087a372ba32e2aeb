package dev.openvenue.trap;

import dev.openvenue.core.ErrorCatalogue;

/** What the codes of Trap mean: codes, kind, execution, remedy, whether we judged it, meaning. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder().build();

    private TrapErrors() {}
}
