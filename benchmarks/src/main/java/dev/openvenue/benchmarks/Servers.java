package dev.openvenue.benchmarks;

import dev.openvenue.fixtures.DelayingProxy;
import dev.openvenue.fixtures.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * What the benchmarks call, in the process of the command, so that no fork pays for its peer's other end. The forks
 * find it by system properties.
 */
final class Servers implements AutoCloseable {
    private static final String VENUE = "openvenue.venue";
    private static final String SECURE_VENUE = "openvenue.secure-venue";
    private static final String CERTIFICATE = "openvenue.certificate";
    private static final String REDIS = "openvenue.redis";
    private static final String DISTANT_REDIS = "openvenue.distant-redis";
    private static final Duration DISTANCE = Duration.ofMillis(20);

    private final LocalVenue venue = new LocalVenue();
    private final Path certificate = Files.createTempFile("openvenue-benchmarks", ".pem");
    private final SecureVenue secureVenue = new SecureVenue(certificate);
    private final @Nullable RedisServer redis = startRedis();
    private final @Nullable DelayingProxy distantRedis =
            redis == null ? null : new DelayingProxy(redis.port(), DISTANCE);

    Servers() throws IOException {}

    /** Null on a platform for which there is none; then its rows are not measured. */
    private static @Nullable RedisServer startRedis() throws IOException {
        try {
            return RedisServer.start();
        } catch (TestAbortedException e) {
            return null;
        }
    }

    /** What a fork's JVM is told. */
    List<String> properties() {
        List<String> properties = new ArrayList<>(List.of(
                property(VENUE, venue.url()),
                property(SECURE_VENUE, secureVenue.url()),
                property(CERTIFICATE, certificate.toString())));
        if (redis != null && distantRedis != null) {
            properties.add(property(REDIS, Integer.toString(redis.port())));
            properties.add(property(DISTANT_REDIS, Integer.toString(distantRedis.port())));
        }
        return properties;
    }

    private static String property(String name, String value) {
        return "-D" + name + "=" + value;
    }

    static String venue() {
        return told(VENUE);
    }

    static String secureVenue() {
        return told(SECURE_VENUE);
    }

    static Path certificate() {
        return Path.of(told(CERTIFICATE));
    }

    static int redis() {
        return Integer.parseInt(told(REDIS));
    }

    /** The same store, {@link #DISTANCE} away. */
    static int distantRedis() {
        return Integer.parseInt(told(DISTANT_REDIS));
    }

    private static String told(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("No server has said " + name
                    + "; benchmarks need those of their command (README.md), and Redis does not run everywhere");
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        if (redis != null && distantRedis != null) {
            distantRedis.close();
            redis.close();
        }
        secureVenue.close();
        venue.close();
        Files.delete(certificate);
    }
}
