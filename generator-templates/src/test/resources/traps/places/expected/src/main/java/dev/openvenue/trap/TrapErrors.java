package dev.openvenue.trap;

import dev.openvenue.core.error.ErrorCatalogue;

/** What the codes of Trap mean. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder().build();

    private TrapErrors() {}
}
