package dev.openvenue.core;

import com.squareup.moshi.Moshi;
import dev.openvenue.core.annotation.OperationMetadata;
import dev.openvenue.core.limit.Quota;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A venue's calls by operation id, for venue-independent tools: a command line, test cases, the batch-cancel engine.
 * Applications use the generated interfaces, which the compiler checks.
 */
public final class Operations {
    private final String venueName;
    private final NavigableMap<String, OperationMetadata> metadata;
    private final Function<OperationMetadata, List<Quota>> limits;
    private final Function<Class<?>, Object> apis;

    /** Made when they are first asked for: most clients use few, and to read the annotations of all takes a while. */
    private final Map<String, Operation> used = new ConcurrentHashMap<>();

    private final Moshi moshi;

    /**
     * Makes the operations callable.
     *
     * @param metadata what the generated interfaces declare
     * @param limits the limits that each operation counts against
     * @param apis the implementation of each interface
     * @param moshi the adapters of the venue's models
     */
    Operations(
            String venueName,
            Map<String, OperationMetadata> metadata,
            Function<OperationMetadata, List<Quota>> limits,
            Function<Class<?>, Object> apis,
            Moshi moshi) {
        this.venueName = venueName;
        this.metadata = Collections.unmodifiableNavigableMap(new TreeMap<>(metadata));
        this.limits = limits;
        this.apis = apis;
        this.moshi = moshi;
    }

    /** The ids of all operations, sorted. */
    public Set<String> ids() {
        return metadata.navigableKeySet();
    }

    /**
     * The operation with the given id.
     *
     * @throws IllegalArgumentException if there is none; the message names similar ids, or else all
     */
    public Operation find(String id) {
        if (!metadata.containsKey(id)) {
            List<String> close = NameSuggestions.closest(id, ids());
            throw new IllegalArgumentException(venueName + " has no operation '" + id + "'; "
                    + (close.isEmpty()
                            ? "it has " + String.join(", ", ids())
                            : "did you mean " + String.join(" or ", close) + "?"));
        }
        return used.computeIfAbsent(id, this::make);
    }

    private Operation make(String id) {
        OperationMetadata operation = Objects.requireNonNull(metadata.get(id));
        Object api = apis.apply(operation.method().getDeclaringClass());
        return Operation.of(venueName, operation, api, limits.apply(operation), moshi);
    }

    /**
     * A model of the venue as a JSON value in the venue's own names, to be passed as an argument of an operation: maps,
     * lists, text, flags and exact numbers.
     */
    public <T> @Nullable Object tree(Class<T> type, T model) {
        return moshi.adapter(type).toJsonValue(model);
    }
}
