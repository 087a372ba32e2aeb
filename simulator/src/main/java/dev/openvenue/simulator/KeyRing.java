package dev.openvenue.simulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The API keys of the simulated account. */
final class KeyRing {
    private final Map<String, AccountKey> keys = new ConcurrentHashMap<>();

    void add(AccountKey key) {
        keys.put(key.apiKey(), key);
    }

    @Nullable
    AccountKey find(String apiKey) {
        return keys.get(apiKey);
    }
}
