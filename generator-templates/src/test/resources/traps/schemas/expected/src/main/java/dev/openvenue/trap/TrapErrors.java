package dev.openvenue.trap;

import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.Effect;

/** What the codes of Trap mean: codes, kind, effect, remedy, whether it is inferred, meaning. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .build();

    private TrapErrors() {}
}
