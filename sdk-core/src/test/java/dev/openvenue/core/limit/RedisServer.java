package dev.openvenue.core.limit;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** A Redis server of a test's own, on this machine and without any file. */
public final class RedisServer implements AutoCloseable {
    private final int port;
    private Process process;

    private RedisServer(int port) throws IOException {
        this.port = port;
        this.process = launch(port);
    }

    public static RedisServer start() throws IOException {
        return new RedisServer(freePort());
    }

    public int port() {
        return port;
    }

    /** The store of the recipe in the documentation of {@link RateLimits}, and the connection that it uses. */
    public record Store(
            RedisClient client, StatefulRedisConnection<String, byte[]> connection, ProxyManager<String> buckets)
            implements AutoCloseable {
        @Override
        public void close() {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    public static Store connect(int port) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
        StatefulRedisConnection<String, byte[]> connection =
                client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
        ProxyManager<String> buckets = Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
        return new Store(client, connection, buckets);
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it again, empty, on the same port. */
    public void restart() throws IOException {
        process = launch(port);
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static Process launch(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "redis-server",
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--save",
                "",
                "--appendonly",
                "no");
        Process process;
        try {
            process = builder.redirectErrorStream(true).start();
        } catch (IOException e) {
            String message = "There is no redis-server on the PATH; install the package redis-server";
            if (System.getenv("CI") == null) {
                // Whoever builds this at home needs a JDK and Maven and nothing else; what CI skips, nobody tests.
                throw new TestAbortedException(message, e);
            }
            throw new AssertionError(message, e);
        }
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Ready to accept connections")) {
                return process;
            }
        }
        throw new AssertionError("redis-server ended before it was ready on port " + port);
    }
}
