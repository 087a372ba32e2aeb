package dev.openvenue.simulator;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API keys of the simulated accounts. */
final class KeyRing {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private record Entry(AccountKey key, SimulatedAccount account) {}

    void add(AccountKey key, SimulatedAccount account) {
        entries.put(key.apiKey(), new Entry(key, account));
    }

    @Nullable
    AccountKey find(String apiKey) {
        Entry entry = entries.get(apiKey);
        return entry == null ? null : entry.key();
    }

    /** The owner of a key, which must be registered. */
    SimulatedAccount accountOf(AccountKey key) {
        return Objects.requireNonNull(entries.get(key.apiKey())).account();
    }
}
