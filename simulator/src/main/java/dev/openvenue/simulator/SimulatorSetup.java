package dev.openvenue.simulator;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Predicate;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Starts a simulated venue as a server for other programs, where what {@link VenueSimulator#start(String)} chooses does
 * not do: another port, keys that come from a seed, somebody who watches the requests.
 */
public final class SimulatorSetup {
    final String venueId;
    InstantSource clock = InstantSource.system();
    Protocol protocol = Protocol.HTTP_1_1;
    InetAddress address = loopback();
    int port;
    boolean pauses = true;

    @Nullable
    Long seed;

    Consumer<? super SimulatedExchange> observer = exchange -> {};
    Predicate<String> hosts = host -> true;

    private SimulatorSetup(String venueId) {
        this.venueId = venueId;
    }

    /** The setup of a venue on a free port of 127.0.0.1, by the system's clock. */
    public static SimulatorSetup of(String venueId) {
        return new SimulatorSetup(venueId);
    }

    /** Sets the clock of the venue. */
    public SimulatorSetup clock(InstantSource source) {
        clock = source;
        return this;
    }

    SimulatorSetup protocol(Protocol only) {
        protocol = only;
        return this;
    }

    /** Sets the port; 0, the default, takes a free one. */
    public SimulatorSetup port(int number) {
        port = number;
        return this;
    }

    /** Sets the address to listen on; any other than a loopback address opens the venue to other machines. */
    public SimulatorSetup bind(InetAddress to) {
        address = to;
        return this;
    }

    /** Derives the invented keys from a seed, so that they are the same at every start. They protect nothing. */
    public SimulatorSetup seed(long number) {
        seed = number;
        return this;
    }

    /**
     * Shows every exchange to an observer, once its response is fixed and before it is sent. Nothing that the observer
     * does changes the response; it must return soon.
     */
    public SimulatorSetup observer(Consumer<? super SimulatedExchange> watching) {
        observer = watching;
        return this;
    }

    /** Rejects requests (421) whose one header {@code Host} does not satisfy this; by default all pass. */
    public SimulatorSetup hosts(Predicate<String> allowed) {
        hosts = allowed;
        return this;
    }

    /** Lets nothing wait in real time, neither for latency nor for a fault; for a session that is replayed. */
    public SimulatorSetup withoutPauses() {
        pauses = false;
        return this;
    }

    /**
     * Starts the venue, with an empty book.
     *
     * @throws IllegalArgumentException if there is no such venue
     * @throws UncheckedIOException if it cannot listen, for example because the port is taken
     */
    public VenueSimulator start() {
        return new VenueSimulator(this);
    }

    /** The address and not the name: a name could resolve to an address that others can reach. */
    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("Four bytes are an address", e);
        }
    }
}
