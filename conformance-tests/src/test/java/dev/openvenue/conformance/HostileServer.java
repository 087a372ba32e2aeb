package dev.openvenue.conformance;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** A server on this machine that responds to every request with the given bytes, however wrong they are. */
final class HostileServer implements AutoCloseable {
    /** Between the pieces that never end; without it they would occupy a processor. */
    private static final long PAUSE_NANOS = 100_000;

    private final ServerSocket server;
    private volatile Wire next = Wire.of(200, new byte[0]);

    HostileServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("hostile-accept", this::accept);
    }

    /** The response to every request from now on. */
    void respond(Wire wire) {
        next = wire;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start("hostile-connection", () -> serve(socket));
            } catch (IOException e) {
                // The server was closed, or a client went away while it connected.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Wire.End end = Wire.End.KEEP;
            while (end == Wire.End.KEEP && readRequest(in)) {
                Wire wire = next;
                send(wire, socket.getOutputStream());
                end = wire.end();
                finish(end, socket, in, wire);
            }
        } catch (IOException e) {
            // The client closed the connection, as it may.
        }
    }

    private static void send(Wire wire, OutputStream out) throws IOException {
        byte[] bytes = wire.bytes();
        for (int at = 0; at < bytes.length; at += Math.min(wire.piece(), bytes.length - at)) {
            out.write(bytes, at, Math.min(wire.piece(), bytes.length - at));
            out.flush();
        }
    }

    private static void finish(Wire.End end, Socket socket, InputStream in, Wire wire) throws IOException {
        switch (end) {
            case RESET -> socket.setSoLinger(true, 0);
            case STALL -> in.transferTo(OutputStream.nullOutputStream());
            case REPEAT -> repeat(wire, socket.getOutputStream());
            default -> {}
        }
    }

    private static void repeat(Wire wire, OutputStream out) throws IOException {
        int from = wire.bytes().length - wire.piece();
        while (true) {
            out.write(wire.bytes(), from, wire.bytes().length - from);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Reads one request; false if there are no more. */
    private static boolean readRequest(InputStream in) throws IOException {
        String head = head(in);
        String lengthHeader = "content-length: ";
        int at = head.toLowerCase(Locale.ROOT).indexOf(lengthHeader);
        if (at >= 0) {
            int from = at + lengthHeader.length();
            in.readNBytes(Integer.parseInt(head.substring(from, head.indexOf('\r', from))));
        }
        return !head.isEmpty();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int blank = 0;
        while (blank < 4) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
            blank = next == '\r' || next == '\n' ? blank + 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
