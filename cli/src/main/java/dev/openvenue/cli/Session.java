package dev.openvenue.cli;

import dev.openvenue.core.Operation;
import dev.openvenue.core.VenueClient;
import dev.openvenue.core.VenueClientBuilder;
import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.error.VenueException;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SecretRedactor;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A client and the origin of its results.
 *
 * @param client the client
 * @param origin where its calls go, as shown on every line
 * @param redactor redacts the key, which a venue may echo
 */
record Session(VenueClient client, Origin origin, SecretRedactor redactor) implements AutoCloseable {
    /**
     * Opens a client.
     *
     * @param baseUrl the URL to use instead of production
     * @param credentials the credentials; null for public calls, and for calls that are only prepared
     */
    static Session open(
            VenueProvider provider, @Nullable String baseUrl, @Nullable Credentials credentials, InstantSource clock) {
        VenueClientBuilder<? extends VenueClient> builder = provider.builder().clock(clock);
        if (credentials != null) {
            builder.credentials(credentials);
        }
        if (baseUrl != null) {
            try {
                builder.baseUrl(baseUrl);
            } catch (IllegalArgumentException e) {
                throw CommandException.usage("--base-url: " + e.getMessage(), e);
            }
        }
        VenueClient client = builder.build();
        String url = baseUrl == null ? client.description().baseUrl() : baseUrl;
        return new Session(client, Origin.of(HttpUrl.get(url)), SecretRedactor.naming(credentials));
    }

    /** The operation with an id. */
    Operation operation(String id) {
        try {
            return client.operations().find(id);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage() == null ? id : e.getMessage(), e);
        }
    }

    /** The exception for a failed call, with its origin. */
    CommandException failure(VenueException e) {
        return CommandException.failed(ExitCode.of(e), origin + ": " + e.getMessage(), e);
    }

    /** An object for programs: where it comes from, and a result. */
    Map<String, @Nullable Object> line(String name, @Nullable Object result) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("target", origin.word());
        line.put("host", origin.host());
        line.put("venue", client.venueId());
        line.put(name, result);
        return line;
    }

    @Override
    public void close() {
        client.close();
    }
}
