package dev.openvenue.core;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Connection;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tracks when data was received over a connection. HTTP/1.1 matches responses to requests by order alone: whatever a
 * server or a proxy sends beyond a response would be taken for the response to the next request, and an order would
 * count as placed that was not.
 */
final class WatchedSocket extends Socket {
    /** TLS is layered on a socket and does not expose it, but has the same two endpoints. */
    private static final Map<Ends, WatchedSocket> CONNECTED = new ConcurrentHashMap<>();

    /** The least that a head has: a status line, and the blank line after the headers. */
    private static final int LEAST_OF_A_HEAD = "HTTP/1.1 200\n\n".length();

    private final AtomicLong received = new AtomicLong();
    private volatile @Nullable Ends ends;
    private volatile boolean used;
    private volatile long receivedBefore;

    private record Ends(
            @Nullable SocketAddress local, @Nullable SocketAddress remote) {
        static Ends of(Socket socket) {
            return new Ends(socket.getLocalSocketAddress(), socket.getRemoteSocketAddress());
        }
    }

    /** The watched socket of a connection; null if it is not watched, or if HTTP/2 numbers its streams. */
    static @Nullable WatchedSocket below(@Nullable Connection connection) {
        if (connection == null || connection.protocol() != Protocol.HTTP_1_1) {
            return null;
        }
        Socket socket = connection.socket();
        return socket instanceof WatchedSocket watched ? watched : CONNECTED.get(Ends.of(socket));
    }

    /**
     * Checks the connection before a request is sent. Before the first one, received data may be part of the TLS
     * handshake.
     *
     * @param top this socket, or the TLS socket on top of it
     * @throws StaleConnectionException if there is unread data, which cannot be the response
     */
    void depart(Socket top) throws IOException {
        if (used
                && (super.getInputStream().available() > 0
                        || top.getInputStream().available() > 0)) {
            throw StaleConnectionException.unread();
        }
        used = true;
        receivedBefore = received.get();
    }

    /**
     * Checks a response whose head was read; returns it with a body that is watched too.
     *
     * @throws StaleConnectionException if less was received since the request than the head has bytes
     */
    Response arrive(Response response) throws StaleConnectionException {
        long head = leastBytes(response.headers());
        received(head, response.code());
        WatchedBody body = new WatchedBody(response.body(), bytes -> received(head + bytes, response.code()));
        return response.newBuilder().body(body).build();
    }

    private void received(long least, int status) throws StaleConnectionException {
        if (received.get() - receivedBefore < least) {
            throw StaleConnectionException.early(status);
        }
    }

    /** Does not count the blanks and carriage returns that a server may omit. */
    private static long leastBytes(Headers headers) {
        return LEAST_OF_A_HEAD + headers.byteCount() - 2L * headers.size();
    }

    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        super.connect(address, timeoutMillis);
        Ends connected = Ends.of(this);
        ends = connected;
        CONNECTED.put(connected, this);
        if (isClosed()) {
            CONNECTED.remove(connected, this);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        Ends connected = ends;
        if (connected != null) {
            CONNECTED.remove(connected, this);
        }
        super.close();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), received);
    }

    private static final class Counted extends FilterInputStream {
        private final AtomicLong received;

        Counted(InputStream in, AtomicLong received) {
            super(in);
            this.received = received;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            received.addAndGet(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            received.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
