package dev.openvenue.simulator;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API keys of the simulated accounts. */
public final class KeyRing {
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    KeyRing() {}

    private record Entry(AccountKey key, SimulatedAccount account) {}

    void add(AccountKey key, SimulatedAccount account) {
        entries.put(key.apiKey(), new Entry(key, account));
    }

    /** The key with this name; null if there is none. */
    @Nullable
    public AccountKey find(String apiKey) {
        Entry entry = entries.get(apiKey);
        return entry == null ? null : entry.key();
    }

    /** The owner of a key, which must be registered. */
    SimulatedAccount accountOf(AccountKey key) {
        return Objects.requireNonNull(entries.get(key.apiKey())).account();
    }
}
