package dev.openvenue.workbench;

import dev.openvenue.simulator.VenueSimulator;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * Venues that run as servers on this machine, with a control API and a console. Must be closed, because the servers'
 * threads keep the JVM alive.
 */
public final class Workbench implements AutoCloseable {
    private static final int TOKEN_BYTES = 24;

    private final Desk desk;
    private final ControlServer server;
    private final String token;

    private Workbench(WorkbenchOptions options) {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
        this.desk = new Desk(options);
        try {
            this.server = new ControlServer(desk, token);
        } catch (RuntimeException e) {
            desk.close();
            throw e;
        }
    }

    /**
     * Starts the venues and the console.
     *
     * @throws IllegalArgumentException if there is no such venue
     * @throws java.io.UncheckedIOException if a port is taken, or the recording cannot be written
     */
    public static Workbench start(WorkbenchOptions options) {
        return new Workbench(options);
    }

    /** The venues, in the order of their ports. */
    public List<VenueSimulator> venues() {
        return desk.venues();
    }

    /** Where the control API is, {@code http://127.0.0.1:8780}, without a trailing slash; the console is there, too. */
    public String controlUrl() {
        InetAddress bind = desk.options().bind();
        String host = bind == null ? "127.0.0.1" : bind.getHostAddress();
        return "http://" + (bind instanceof Inet6Address ? "[" + host + "]" : host) + ":" + server.port();
    }

    /** What every control call must have; another one at every start. It is secret. */
    public String token() {
        return token;
    }

    /** The address of the console, with the token in its fragment, which no server and no log gets to see. */
    public String consoleUrl() {
        return controlUrl() + "/#token=" + token;
    }

    /** What the invented keys are derived from. */
    public long seed() {
        return desk.options().seed();
    }

    /** Ends the session and stops all servers. */
    @Override
    public void close() {
        server.close();
        desk.close();
    }

    /** The address of the control API, without the token. */
    @Override
    public String toString() {
        return "Workbench[" + controlUrl() + "]";
    }
}
