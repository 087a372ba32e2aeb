package dev.openvenue.workbench;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/**
 * By which hosts a server may be called. A page of somebody else can make a browser resolve its own name to this
 * machine (DNS rebinding); it cannot make it send another name, or an address that it did not use.
 */
final class Hosts {
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[[0-9a-f:.]+]");

    private Hosts() {}

    /** Whether the header {@code Host} names a server on a port. Names are compared as browsers send them. */
    static boolean allows(String host, int port, WorkbenchOptions options) {
        if (loopback(port).contains(host) || options.hostAliases().contains(host)) {
            return true;
        }
        InetAddress bind = options.bind();
        String end = ":" + port;
        return bind != null
                && !bind.isLoopbackAddress()
                && host.endsWith(end)
                && ADDRESS.matcher(host.substring(0, host.length() - end.length()))
                        .matches();
    }

    /** Whether the header {@code Origin} is that of the console's own page. */
    static boolean allowsOrigin(String origin, int port, WorkbenchOptions options) {
        return origin.startsWith("http://") && allows(origin.substring("http://".length()), port, options);
    }

    private static List<String> loopback(int port) {
        return List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }
}
