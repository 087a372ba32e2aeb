package dev.openvenue.simulator;

import dev.openvenue.core.signing.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One venue's character: its operations, how it checks signatures, and the documents it responds with. A new venue is
 * one implementation and its line in {@code META-INF/services}. Implementations keep no orders; the book does.
 */
interface Venue {
    /** The id of the venue in its spec. */
    String id();

    /** The symbols that it trades, in its spelling; the first is the demo symbol. */
    List<String> symbols();

    /** The id of the first order; the ids that follow count up. */
    String firstOrderId();

    /** The kinds of key that it takes; the first is the usual one. */
    List<SigningKey.Algorithm> algorithms();

    /** How its API keys begin. */
    String apiKeyPrefix();

    /** Whether a passphrase belongs to a key. */
    default boolean asksForPassphrase() {
        return false;
    }

    /** What is simulated. */
    List<SimulatedOperation> operations();

    /**
     * Rejects what the venue's gateway stops before anything else is looked at.
     *
     * @throws VenueRejection if it does
     */
    default void admit(VenueRequest request) throws VenueRejection {}

    /**
     * Checks key, time and signature of a request; the key that signed it.
     *
     * @throws VenueRejection in the venue's own words
     */
    AccountKey authenticate(VenueRequest request, KeyRing keys, Instant now) throws VenueRejection;

    /**
     * Takes the other reading of documents that contradict each other on whether parameters are signed as they are or
     * percent-encoded.
     *
     * @throws UnsupportedOperationException if the venue's documents leave no doubt
     */
    default void verifyEncodedParameters(boolean encoded) {
        throw new UnsupportedOperationException(
                "The documents of the venue '" + id() + "' leave one reading of what is signed");
    }

    /** The document of a success. */
    SimulatedResponse accept(SimulatedOperation operation, @Nullable Object payload, Instant now);

    /** The document of a rejection. */
    SimulatedResponse reject(VenueRejection rejection, Instant now);

    /** What the venue says of a path or method that it does not have. */
    VenueRejection unknownPath(VenueRequest request);

    /** What the venue says when a limit is exceeded. */
    VenueRejection tooManyRequests(@Nullable SimulatedOperation operation);

    /** The headers that tell how much of a limit is left. */
    default Map<String, String> limitHeaders(RequestLimiter.Usage usage) {
        return Map.of();
    }

    /** How to place the n-th demo order. */
    SampleOrder sampleOrder(int n);

    /** How to place demo orders at once. */
    SampleOrder sampleBatch(int from, int count);
}
