package dev.openvenue.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** A Redis server of a test's own, on this machine and without any file. */
final class RedisServer implements AutoCloseable {
    private final Process process;
    private final String url;

    private RedisServer(Process process, int port) {
        this.process = process;
        this.url = "redis://127.0.0.1:" + port;
    }

    /** Starts one on a free port; without a redis-server on the path the test is skipped, or fails where CI is set. */
    static RedisServer start() throws IOException {
        int port = freePort();
        Process process = launch(List.of(
                "redis-server",
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--save",
                "",
                "--appendonly",
                "no"));
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Ready to accept connections")) {
                return new RedisServer(process, port);
            }
        }
        throw new AssertionError("redis-server ended before it was ready on port " + port);
    }

    /** Where it listens, {@code redis://127.0.0.1:40123}. */
    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Process launch(List<String> command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            String message = "There is no redis-server on the PATH; install the package redis-server";
            if (System.getenv("CI") == null) {
                // Whoever builds this at home needs a JDK and Maven and nothing else; what CI skips, nobody tests.
                throw new TestAbortedException(message, e);
            }
            throw new AssertionError(message, e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
