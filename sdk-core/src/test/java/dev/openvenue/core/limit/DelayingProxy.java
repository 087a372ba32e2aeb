package dev.openvenue.core.limit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Passes on what comes for a server on this machine, each way half of a delay later, however much is under way. */
final class DelayingProxy implements AutoCloseable {
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService there = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService back = Executors.newSingleThreadScheduledExecutor();
    private final int target;
    private final Duration delay;

    DelayingProxy(int target, Duration delay) throws IOException {
        this.target = target;
        this.delay = delay;
        start(() -> {
            while (true) {
                Socket client = open(entrance.accept());
                Socket server = open(new Socket(InetAddress.getLoopbackAddress(), target()));
                start(() -> pass(client.getInputStream(), server.getOutputStream(), there));
                start(() -> pass(server.getInputStream(), client.getOutputStream(), back));
            }
        });
    }

    int port() {
        return entrance.getLocalPort();
    }

    private int target() {
        return target;
    }

    private Socket open(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What cannot be written is lost, as on a wire.
    private void pass(InputStream from, OutputStream to, ScheduledExecutorService wire) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            byte[] bytes = Arrays.copyOf(buffer, read);
            wire.schedule(
                    () -> {
                        to.write(bytes);
                        return null;
                    },
                    delay.toNanos() / 2,
                    TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        there.shutdownNow();
        back.shutdownNow();
    }

    /** What runs until its socket is closed. */
    private interface Loop {
        void run() throws IOException;
    }

    private static void start(Loop loop) {
        Thread thread = new Thread(() -> {
            try {
                loop.run();
            } catch (IOException e) {
                // The socket was closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
