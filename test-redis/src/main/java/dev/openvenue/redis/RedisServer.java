package dev.openvenue.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A Redis server of a test's own: on this machine only, on a free port, without a file, and gone with the test's
 * process.
 */
public final class RedisServer implements AutoCloseable {
    private final int port;
    private Process process;

    private RedisServer(int port) throws IOException {
        this.port = port;
        this.process = launch(port);
    }

    /**
     * Starts one. Where there is none for this platform the test is skipped, or fails where CI is set: what CI skips,
     * nobody tests.
     */
    public static RedisServer start() throws IOException {
        return new RedisServer(freePort());
    }

    public int port() {
        return port;
    }

    /** Where it listens, {@code redis://127.0.0.1:40123}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
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
        List<String> said = new ArrayList<>();
        for (Path binary : Binaries.unpacked()) {
            Process process = launch(binary, port, said);
            if (process != null) {
                return process;
            }
        }
        String message = "There is no Redis server for " + System.getProperty("os.name") + " on "
                + System.getProperty("os.arch") + ", so what needs one is not tested " + said;
        if (System.getenv("CI") != null) {
            throw new AssertionError(message);
        }
        System.out.println(message);
        throw new TestAbortedException(message);
    }

    /** The server when it is ready; null if it does not run here, and why. */
    private static @Nullable Process launch(Path binary, int port, List<String> said) {
        List<String> command = new ArrayList<>(List.of(binary.toString(), "--bind", "127.0.0.1"));
        command.addAll(List.of("--port", Integer.toString(port), "--save", "", "--appendonly", "no"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("Ready to accept connections")) {
                    return process;
                }
                said.add(line);
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
        return null;
    }
}
