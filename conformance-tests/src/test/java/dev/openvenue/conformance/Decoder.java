package dev.openvenue.conformance;

import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueClient;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A client of one operation that gets its responses from memory. */
final class Decoder implements AutoCloseable {
    private final Venue venue;
    private final String operationId;
    private final CannedResponse response = new CannedResponse();
    private final VenueClient client;
    private final Operation operation;
    private final Map<String, @Nullable Object> arguments;

    Decoder(Venue venue, String operationId) {
        this.venue = venue;
        this.operationId = operationId;
        this.client = venue.signedClient().httpClient(response.client()).build();
        this.operation = client.operations().find(operationId);
        this.arguments = venue.arguments(operationId);
    }

    /** Lets the client decode a response, and encodes the payload again. */
    @Nullable
    Object decodeAndEncode(String body) {
        return operation.tree(call(200, body));
    }

    /** Makes the call and gets this response. */
    @Nullable
    Object call(int status, String body) {
        response.set(status, body);
        return operation.call(arguments).execute();
    }

    /** The payload inside a document. */
    @Nullable
    Object payload(@Nullable Object document) {
        String field = venue.dataField(operationId);
        return field.equals(".") ? document : Json.map(document).get(field);
    }

    /** The payload inside a document as it is decoded. */
    @Nullable
    Object decodedPayload(@Nullable Object document) {
        return payload(SchemaWalk.decoded(venue, operationId, document));
    }

    /**
     * The document with another payload, its verdict as it was: a venue that changes that has responded with something
     * else.
     */
    @Nullable
    Object replacePayload(@Nullable Object document, @Nullable Object payload) {
        String field = venue.dataField(operationId);
        if (field.equals(".")) {
            String verdict = venue.verdictField(operationId);
            Map<String, @Nullable Object> whole = Json.map(document);
            if (!whole.containsKey(verdict) || !(payload instanceof Map<?, ?>)) {
                return payload;
            }
            Map<String, @Nullable Object> copy = Json.map(payload);
            copy.put(verdict, whole.get(verdict));
            return copy;
        }
        Map<String, @Nullable Object> copy = Json.map(document);
        copy.put(field, payload);
        return copy;
    }

    @Override
    public void close() {
        client.close();
    }
}
