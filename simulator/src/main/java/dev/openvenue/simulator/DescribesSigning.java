package dev.openvenue.simulator;

import java.util.function.Function;

/** A venue that describes what its requests sign, so that it can be found out what a client signed instead. */
interface DescribesSigning extends Venue {
    /** Reads what belongs to the signature of a request, by the rules of this moment. */
    Function<VenueRequest, SignedRequest> signing();
}
