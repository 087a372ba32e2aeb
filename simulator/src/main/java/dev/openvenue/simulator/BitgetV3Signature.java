package dev.openvenue.simulator;

import java.time.Instant;

/** The signature of version 3 is that of version 2, without a receive window of the caller's. */
final class BitgetV3Signature {
    private BitgetV3Signature() {}

    static AccountKey check(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection {
        return BitgetSignature.verify(request, keys, now, BitgetV3Venue.classic())
                .key();
    }
}
