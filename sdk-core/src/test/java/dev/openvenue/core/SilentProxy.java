package dev.openvenue.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server, and can do what a firewall does that forgot its connections: those that are
 * open carry nothing any more, and nobody is told; new ones work.
 */
final class SilentProxy implements AutoCloseable {
    private final ServerSocket entrance;
    private final int port;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile int forgotten;
    private volatile Runnable onLoss = () -> {};

    SilentProxy(int port) throws IOException {
        this.port = port;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    /** How many connections were made to it. */
    int connections() {
        return connections.get();
    }

    /** From now on the connections that are open carry nothing; what would have come over one of them is told of. */
    void forget(Runnable whenLost) {
        onLoss = whenLost;
        forgotten = connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                int number = connections.incrementAndGet();
                start(() -> pump(number, client, server));
                start(() -> pump(number, server, client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void pump(int number, Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (number > forgotten) {
                    out.write(bytes, 0, count);
                } else {
                    onLoss.run();
                }
            }
        } catch (IOException e) {
            // One side went away.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "silent-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
