package dev.openvenue.trap;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;

/** What the codes of Trap mean. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .codes("1 2", "Not done")
            .stated(ErrorKind.OTHER, Effect.NONE, Remedy.NONE)
            .codes("3", "Perhaps done")
            .stated(ErrorKind.OTHER, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER)
            .build();

    private TrapErrors() {}
}
