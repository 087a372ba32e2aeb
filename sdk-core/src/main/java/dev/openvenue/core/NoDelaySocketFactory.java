package dev.openvenue.core;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Disables Nagle's algorithm on every socket of another factory. OkHttp leaves it on, and then each request that takes
 * more than one write (bodies over 8 KiB, every HTTP/2 POST) waits about 44 ms for the peer's delayed acknowledgement.
 * Where the other factory is the JDK's, the sockets are {@link WatchedSocket}s.
 */
final class NoDelaySocketFactory extends SocketFactory {
    private final SocketFactory delegate;

    private NoDelaySocketFactory(SocketFactory delegate) {
        this.delegate = delegate;
    }

    static SocketFactory around(SocketFactory delegate) {
        return delegate instanceof NoDelaySocketFactory ? delegate : new NoDelaySocketFactory(delegate);
    }

    @Override
    public Socket createSocket() throws IOException {
        return withoutDelay(delegate == SocketFactory.getDefault() ? new WatchedSocket() : delegate.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return withoutDelay(delegate.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return withoutDelay(delegate.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return withoutDelay(delegate.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return withoutDelay(delegate.createSocket(host, port, localHost, localPort));
    }

    private static Socket withoutDelay(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
