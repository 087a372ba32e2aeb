package dev.openvenue.conformance.soak;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;

/** Makes sockets and remembers which of them are open. */
final class CountedSockets extends SocketFactory {
    private static final Set<Socket> OPEN = ConcurrentHashMap.newKeySet();

    /** How many are open now. */
    static int open() {
        OPEN.removeIf(Socket::isClosed);
        return OPEN.size();
    }

    @Override
    public Socket createSocket() {
        Socket socket = new Socket();
        OPEN.removeIf(Socket::isClosed);
        OPEN.add(socket);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("OkHttp connects its sockets itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket(address, port);
    }
}
