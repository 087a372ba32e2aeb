package dev.openvenue.benchmarks;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.htx.HtxClient;

/** Clients of the SDK as users build them, but without rate limits, which would wait. */
final class Clients {
    static final String KEY = "invented-key";
    static final String SECRET = "invented-secret";
    static final String PASSPHRASE = "invented-passphrase";

    private Clients() {}

    static Credentials credentials() {
        return Credentials.of(KEY, PASSPHRASE, SigningKeys.hmacSha256(SECRET));
    }

    static VenueClientBuilder<BitgetClient> bitget() {
        return unlimited(BitgetClient.builder());
    }

    static VenueClientBuilder<HtxClient> htx() {
        return unlimited(HtxClient.builder()).credentials(Credentials.of(KEY, SigningKeys.hmacSha256(SECRET)));
    }

    private static <C extends VenueClient> VenueClientBuilder<C> unlimited(VenueClientBuilder<C> builder) {
        return builder.credentials(credentials()).rateLimits(RateLimits.none());
    }
}
