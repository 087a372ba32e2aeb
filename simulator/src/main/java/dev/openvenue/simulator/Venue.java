package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The behaviour of one venue: its operations, how it verifies signatures, and the documents it responds with.
 * Implementations do not keep orders; the book does.
 */
public interface Venue {
    /** The id of the venue in its spec. */
    String id();

    /** The symbols that it trades, in its notation; the first is the demo symbol. */
    List<String> symbols();

    /** The id of the first order; the following ids count up. */
    String firstOrderId();

    /** The kinds of key that it supports; the first is the default. */
    List<SigningKey.Algorithm> algorithms();

    /** The prefix of its API keys. */
    String apiKeyPrefix();

    /** Whether its keys have a passphrase. */
    default boolean asksForPassphrase() {
        return false;
    }

    /** Whether the venue has another API, and an account may use only one of the two. */
    default boolean hasOtherApi() {
        return false;
    }

    /** The simulated operations. */
    List<SimulatedOperation> operations();

    /**
     * Rejects what the venue's gateway rejects before any other check.
     *
     * @throws VenueRejection if the gateway rejects the request
     */
    default void admit(VenueRequest request) throws VenueRejection {}

    /**
     * Verifies key, timestamp and signature of a request; returns the key that signed it.
     *
     * @throws VenueRejection in the venue's own words
     */
    AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection;

    /**
     * Switches to the other interpretation, where the documents contradict each other on whether parameters are signed
     * as they are or percent-encoded.
     *
     * @throws UnsupportedOperationException if the venue's documents are unambiguous
     */
    default void verifyEncodedParameters(boolean encoded) {
        throw new UnsupportedOperationException(
                "The documents of the venue '" + id() + "' leave one reading of what is signed");
    }

    /** The document of a success. */
    SimulatedResponse accept(SimulatedOperation operation, @Nullable Object payload, Instant now);

    /** The document of a rejection. */
    SimulatedResponse reject(VenueRejection rejection, Instant now);

    /** The rejection of an unknown path or method. */
    VenueRejection unknownPath(VenueRequest request);

    /** The rejection when a limit is exceeded. */
    VenueRejection tooManyRequests(@Nullable SimulatedOperation operation);

    /** The headers that report how much of a limit is left. */
    default Map<String, String> limitHeaders(RequestLimiter.Usage usage) {
        return Map.of();
    }

    /** How to place the n-th demo order. */
    SampleOrder sampleOrder(int n);

    /** How to place several demo orders in one call. */
    SampleOrder sampleBatch(int from, int count);

    /** How to place the n-th order of each kind that rests beside plain orders, such as those that wait for a price. */
    default List<SampleOrder> sampleOrdersOfOtherKinds(int n) {
        return List.of();
    }
}
