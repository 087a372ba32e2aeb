package dev.openvenue.generator.publish;

import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.SpecOperation;
import dev.openvenue.generator.spec.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a client needs at run time beyond the generated types, without a parser of OpenAPI: a venue's envelope, error
 * catalogue and limits, and for each operation where it goes and what {@code x-} facts it has.
 */
public final class RuntimeTable {
    private static final String PREFIX = "x-";

    private RuntimeTable() {}

    /** The table of a spec. */
    public static Map<String, Object> of(SpecBundle bundle) {
        Map<String, Object> document = bundle.document();
        Map<String, Object> table = new LinkedHashMap<>();
        List<String> servers = new ArrayList<>();
        Tree.list(document.get("servers"))
                .forEach(server -> servers.add(Tree.text(Tree.map(server).get("url"))));
        table.put("servers", servers);
        putFacts(document, table);
        Map<String, Object> operations = new LinkedHashMap<>();
        bundle.operations().forEach((id, operation) -> operations.put(id, row(operation)));
        table.put("operations", operations);
        return table;
    }

    private static Map<String, Object> row(SpecOperation operation) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("method", operation.method());
        row.put("path", operation.path());
        row.put("signed", operation.signed());
        putFacts(operation.raw(), row);
        return row;
    }

    /** The extensions, under their names without the prefix. */
    private static void putFacts(Map<String, Object> from, Map<String, Object> to) {
        from.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                to.put(key.substring(PREFIX.length()), value);
            }
        });
    }
}
