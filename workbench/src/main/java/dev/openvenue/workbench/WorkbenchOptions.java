package dev.openvenue.workbench;

import dev.openvenue.simulator.AccountKey;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a workbench starts.
 *
 * @param venues the ids of the venues, in the order of their ports
 * @param port the port of the first venue, the others follow; 0 for free ones
 * @param consolePort the port of the console and the control API; 0 for a free one
 * @param bind the address to listen on; null for 127.0.0.1
 * @param hostAliases further hosts, with their ports, by which the servers may be called: of a proxy, for example
 * @param seed what the invented keys are derived from
 * @param enforceLimits whether requests beyond the documented limits are rejected
 * @param latency how long every request to a venue waits
 * @param record the file that takes every exchange as a line of JSON; null for none
 * @param keys keys of the user's own, by venue
 * @param clock the clock of the venues
 */
public record WorkbenchOptions(
        List<String> venues,
        int port,
        int consolePort,
        @Nullable InetAddress bind,
        List<String> hostAliases,
        long seed,
        boolean enforceLimits,
        Duration latency,
        @Nullable Path record,
        Map<String, AccountKey> keys,
        InstantSource clock) {
    /** Copies the lists. */
    public WorkbenchOptions {
        venues = List.copyOf(venues);
        hostAliases = List.copyOf(hostAliases);
        keys = Map.copyOf(keys);
    }

    /** These venues on free ports of 127.0.0.1, by the system's clock, with invented keys alone. */
    public static WorkbenchOptions of(long seed, String... venues) {
        return new WorkbenchOptions(
                List.of(venues),
                0,
                0,
                null,
                List.of(),
                seed,
                false,
                Duration.ZERO,
                null,
                new LinkedHashMap<>(),
                InstantSource.system());
    }
}
