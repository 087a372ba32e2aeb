package dev.openvenue.cli;

import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.signing.Credentials;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select a venue. */
final class VenueTarget {
    @Option(names = "--venue", required = true, paramLabel = "VENUE", description = "The venue; see: openvenue venues")
    private String venue = "";

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where to call instead of production: https, or http to this machine")
    private @Nullable String baseUrl;

    @Option(names = "--credentials", paramLabel = "FILE", description = CredentialField.HELP)
    private @Nullable Path credentials;

    /** Opens a client that can send calls. */
    Session open(CliEnvironment environment) {
        return open(environment, environment.clock());
    }

    /** Opens a client that can sign, at a time that the caller chooses. */
    Session open(CliEnvironment environment, InstantSource clock) {
        VenueProvider provider = Venues.find(venue);
        return Session.open(provider, baseUrl, credentials(environment, provider), clock);
    }

    /** Opens a client that only prepares calls, which requires no credentials. */
    Session openUnsigned(CliEnvironment environment) {
        return Session.open(Venues.find(venue), baseUrl, null, environment.clock());
    }

    /** Opens a client that reads; it has credentials unless what it reads is public. */
    Session openToRead(CliEnvironment environment, boolean isPublic) {
        return isPublic ? openUnsigned(environment) : open(environment);
    }

    private Credentials credentials(CliEnvironment environment, VenueProvider provider) {
        return CredentialStore.of(credentials, environment.environment()).require(provider);
    }
}
