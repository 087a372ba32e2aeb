package dev.openvenue.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server that sends what it is told, be it more than was asked for. */
final class TalkativeServer implements AutoCloseable {
    private static final String LENGTH = "Content-Length: ";

    private final ServerSocket server;
    private final BlockingQueue<String[]> responses = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch more = new CountDownLatch(1);
    private final CountDownLatch sentMore = new CountDownLatch(1);

    TalkativeServer(ServerSocketFactory sockets) throws IOException {
        server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    int requests() {
        return requests.get();
    }

    /** What the next request gets, and what else is sent over that connection once it is {@link #goOn told so}. */
    TalkativeServer sends(String now, String... later) {
        responses.add(later.length == 0 ? new String[] {now} : new String[] {now, later[0]});
        return this;
    }

    /** Lets it send the rest, and returns when it is on its way. */
    void goOn() throws InterruptedException {
        more.countDown();
        sentMore.await();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                start(() -> serve(socket));
            } catch (IOException e) {
                // It was closed.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            while (readRequest(in)) {
                requests.incrementAndGet();
                respond(socket.getOutputStream(), responses.take());
            }
        } catch (IOException | InterruptedException e) {
            // The client went away, as it should.
        }
    }

    private void respond(OutputStream out, String[] texts) throws IOException, InterruptedException {
        out.write(texts[0].getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        if (texts.length > 1) {
            more.await();
            out.write(texts[1].getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            sentMore.countDown();
        }
    }

    private static boolean readRequest(BufferedReader in) throws IOException {
        String first = in.readLine();
        int body = 0;
        for (String line = first; line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith(LENGTH)) {
                body = Integer.parseInt(line.substring(LENGTH.length()));
            }
        }
        for (int i = 0; i < body; i++) {
            in.read();
        }
        return first != null;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "talkative");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
