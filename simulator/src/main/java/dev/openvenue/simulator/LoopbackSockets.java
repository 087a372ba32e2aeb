package dev.openvenue.simulator;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/**
 * The server's sockets, with two workarounds. They send immediately: with Nagle's algorithm every small response would
 * wait some 40 ms for the client's acknowledgement. And they keep the head of the current request, because
 * MockWebServer neither reads nor returns a GET with a body, while a venue may reject it. On request a connection
 * ignores its input: its bytes are read and discarded.
 */
final class LoopbackSockets extends ServerSocketFactory {
    private static final Pattern GET_WITH_BODY = Pattern.compile(
            "\\AGET .*^content-length:\\s*[1-9]", Pattern.DOTALL | Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HEAD = 64 * 1024;

    /**
     * What the server's thread has read of the current request. A connection has a single thread, from accept to close.
     */
    private final ThreadLocal<ByteArrayOutputStream> head = ThreadLocal.withInitial(ByteArrayOutputStream::new);

    private final Map<Integer, WatchedSocket> open = new ConcurrentHashMap<>();
    private final AtomicInteger accepted = new AtomicInteger();

    /**
     * Makes the server ignore all further input of a connection; connections are numbered from 0 as they are accepted.
     */
    void stall(int connection) {
        WatchedSocket socket = open.get(connection);
        if (socket != null) {
            socket.deaf = true;
        }
    }

    /** Whether the request whose head was just read is a GET that declares a body. */
    boolean getWithBody() {
        String text = head.get().toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return GET_WITH_BODY.matcher(end < 0 ? text : text.substring(0, end)).find();
    }

    /** Prepares for the next request; returns whether this one was a GET with a body. */
    boolean endOfRequest() {
        boolean done = getWithBody();
        head.get().reset();
        return done;
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                WatchedSocket socket = new WatchedSocket();
                implAccept(socket);
                socket.setTcpNoDelay(true);
                socket.connection = accepted.getAndIncrement();
                open.put(socket.connection, socket);
                return socket;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) {
        throw new UnsupportedOperationException("MockWebServer binds the socket itself");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) {
        throw new UnsupportedOperationException("MockWebServer binds the socket itself");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
        throw new UnsupportedOperationException("MockWebServer binds the socket itself");
    }

    private final class WatchedSocket extends Socket {
        private int connection;
        private volatile boolean deaf;

        @Override
        public synchronized void close() throws IOException {
            open.remove(connection, this);
            super.close();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            // Called once, by the connection's thread, which may have served another connection before.
            head.get().reset();
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int count;
                    do {
                        count = super.read(into, offset, length);
                    } while (deaf && count >= 0);
                    if (count > 0 && head.get().size() < LONGEST_HEAD) {
                        head.get().write(into, offset, count);
                    }
                    return count;
                }
            };
        }
    }
}
