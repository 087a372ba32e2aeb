package dev.openvenue.trap;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;

/** What the codes of Trap mean. */
final class TrapErrors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .codes("40008 40005", "The time is outside the window")
            .inferred(ErrorKind.TIMESTAMP, Effect.NONE, Remedy.SYNC_CLOCK)
            .codes("43001", "No order: \"gone\", or never there")
            .stated(ErrorKind.ORDER_NOT_FOUND, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER)
            .codes("429", "A bare no is understood")
            .stated(ErrorKind.RATE_LIMIT, Effect.NONE, Remedy.NONE)
            .build();

    private TrapErrors() {}
}
