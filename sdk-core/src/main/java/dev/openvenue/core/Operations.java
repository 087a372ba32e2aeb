package dev.openvenue.core;

import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.OperationId;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * A venue's calls by operation id, for venue-independent tools: a command line, test cases, the batch-cancel engine.
 * Applications use the generated interfaces, which the compiler checks.
 */
public final class Operations {
    private final String venueName;
    private final NavigableMap<String, Operation> byId;

    /**
     * Reads the generated interfaces once.
     *
     * @param apis the interfaces with their implementations
     * @param moshi the adapters of the venue's models
     */
    Operations(String venueName, Map<Class<?>, Object> apis, Moshi moshi) {
        NavigableMap<String, Operation> found = new TreeMap<>();
        apis.forEach((type, api) -> {
            for (Method method : type.getMethods()) {
                // Convenience overloads carry no id; they delegate to the method that does.
                OperationId id = method.getAnnotation(OperationId.class);
                if (id != null
                        && found.put(id.value(), Operation.of(venueName, id.value(), method, api, moshi)) != null) {
                    throw new IllegalArgumentException(venueName + " has two operations with the id " + id.value()
                            + "; generate it again from its spec");
                }
            }
        });
        this.venueName = venueName;
        this.byId = Collections.unmodifiableNavigableMap(found);
    }

    /** The ids of all operations, sorted. */
    public Set<String> ids() {
        return byId.navigableKeySet();
    }

    /**
     * The operation with the given id.
     *
     * @throws IllegalArgumentException if there is none; the message names similar ids, or else all
     */
    public Operation find(String id) {
        Operation operation = byId.get(id);
        if (operation == null) {
            List<String> close = NameSuggestions.closest(id, ids());
            throw new IllegalArgumentException(venueName + " has no operation '" + id + "'; "
                    + (close.isEmpty()
                            ? "it has " + String.join(", ", ids())
                            : "did you mean " + String.join(" or ", close) + "?"));
        }
        return operation;
    }
}
