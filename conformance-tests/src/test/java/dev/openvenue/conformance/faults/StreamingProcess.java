package dev.openvenue.conformance.faults;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelSummary;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.limit.RateLimits;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A process that cancels a long stream of orders and prints the counts; run by {@link StreamTest} with little memory.
 * Arguments: venue, symbol, first order id, how many consecutive ids, whether to verify. The address of the venue and
 * the secret come from the environment, as secrets should.
 */
final class StreamingProcess {
    static final String BASE_URL = "OPENVENUE_BASE_URL";
    static final String SECRET = "OPENVENUE_SECRET";
    static final String API_KEY = "invented-stream-key";
    private static final String PASSPHRASE = "invented-passphrase";

    private StreamingProcess() {}

    public static void main(String[] args) {
        BigInteger first = new BigInteger(args[2]);
        Iterator<OrderRef> orders = Stream.iterate(first, id -> id.add(BigInteger.ONE))
                .limit(Long.parseLong(args[3]))
                .map(id -> OrderRef.byOrderId(args[1], id.toString()))
                .iterator();
        try (VenueClient client = ProvenVenue.builder(args[0])
                .baseUrl(System.getenv(BASE_URL))
                .credentials(Credentials.of(API_KEY, PASSPHRASE, SigningKeys.hmacSha256(System.getenv(SECRET))))
                // The venue is on this machine and enforces nothing; what is measured is memory.
                .rateLimits(RateLimits.none())
                .build()) {
            CancelSummary summary = BatchCancel.of(client)
                    .verify(Boolean.parseBoolean(args[4]))
                    .timeout(Duration.ofMinutes(10))
                    .cancelStream(orders, outcome -> {});
            System.out.println(summary.counts());
        }
    }
}
