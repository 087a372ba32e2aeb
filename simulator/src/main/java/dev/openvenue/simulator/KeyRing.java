package dev.openvenue.simulator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The API keys of the simulated accounts. */
public final class KeyRing {
    /** Replaced with every change, so that what was true of a request can be kept. */
    private volatile Map<String, Entry> entries;

    KeyRing() {
        this(Map.of());
    }

    private KeyRing(Map<String, Entry> entries) {
        this.entries = entries;
    }

    private record Entry(AccountKey key, SimulatedAccount account) {}

    synchronized void add(AccountKey key, SimulatedAccount account) {
        Map<String, Entry> more = new HashMap<>(entries);
        more.put(key.apiKey(), new Entry(key, account));
        entries = more;
    }

    /** The keys of this moment. */
    KeyRing snapshot() {
        return new KeyRing(entries);
    }

    List<AccountKey> all() {
        return entries.values().stream().map(Entry::key).toList();
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
