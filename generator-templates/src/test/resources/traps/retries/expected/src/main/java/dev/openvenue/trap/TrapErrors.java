package dev.openvenue.trap;

import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.Effect;

/** What the codes of Trap mean: codes, kind, effect, remedy, whether it is inferred, meaning. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .add(
                    "1 2",
                    ErrorKind.OTHER, Effect.NONE, Remedy.NONE, false,
                    "Not done")
            .add(
                    "3",
                    ErrorKind.OTHER, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER, false,
                    "Perhaps done")
            .build();

    private TrapErrors() {}
}
