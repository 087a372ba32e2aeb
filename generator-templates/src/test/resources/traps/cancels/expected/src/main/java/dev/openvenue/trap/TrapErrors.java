package dev.openvenue.trap;

import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.Effect;

/** What the codes of Trap mean: codes, kind, effect, remedy, whether it is inferred, meaning. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .add(
                    "40008 40005",
                    ErrorKind.TIMESTAMP, Effect.NONE, Remedy.SYNC_CLOCK, true,
                    "The time is outside the window")
            .add(
                    "43001",
                    ErrorKind.ORDER_NOT_FOUND, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER, false,
                    "No order: \"gone\", or never there")
            .add(
                    "429",
                    ErrorKind.RATE_LIMIT, Effect.NONE, Remedy.NONE, false,
                    "A bare no is understood")
            .build();

    private TrapErrors() {}
}
