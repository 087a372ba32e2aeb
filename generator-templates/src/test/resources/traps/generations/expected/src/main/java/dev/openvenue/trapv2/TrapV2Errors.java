package dev.openvenue.trapv2;

import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;

/** What the codes of Trap v2 mean. */
final class TrapV2Errors {
    static final ErrorCatalogue CATALOGUE = ErrorCatalogue.builder()
            .codes("OTHER_API", "The account uses the first API")
            .see("trap")
            .stated(ErrorKind.PERMISSION, Effect.NONE, Remedy.NONE)
            .codes("GONE", "No such order")
            .stated(ErrorKind.ORDER_NOT_FOUND, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER)
            .build();

    private TrapV2Errors() {}
}
