package dev.openvenue.generator.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * A venue's spec as one document: its root, with the path items and the components of the files beside it. Everything
 * keeps its pointer from those files in the bundle. {@code specs/README.md} describes the layout of a spec.
 */
public final class SpecBundle {
    private static final Set<String> KEYS_OF_PARTS = Set.of("paths", "components");

    private final SpecFiles files;
    private final SpecFile root;
    private final Map<String, SpecFile> origins = new HashMap<>();
    private final List<Violation> violations;
    private final String text;
    private final Map<String, Object> document;

    private SpecBundle(SpecFiles files) {
        this.files = files;
        this.root = files.root();
        this.violations = new ArrayList<>(files.violations());
        takePathItems();
        files.all().forEach(this::takeComponents);
        files.parts().forEach(this::reportLosses);
        for (SpecFile file : files.all()) {
            file.references().stream()
                    .filter(reference -> file != root || !reference.isPathItem())
                    .forEach(Reference::makeLocal);
        }
        this.text = Nodes.write(root.top());
        LoaderOptions options = new LoaderOptions();
        options.setWarnOnDuplicateKeys(false); // They are reported as violations.
        this.document = Tree.map(new Yaml(new SafeConstructor(options)).load(text));
    }

    /** Reads a root and all files that it refers to. */
    public static SpecBundle read(Path root) {
        return new SpecBundle(SpecFiles.read(root));
    }

    /** The bundle as YAML. The same files give the same text. */
    public String text() {
        return text;
    }

    /** The data of the bundle. */
    public Map<String, Object> document() {
        return document;
    }

    /** The operations by their ids. Of several with one id, which the lint reports, the last is kept. */
    public Map<String, SpecOperation> operations() {
        SpecTree tree = new SpecTree(document);
        Map<String, SpecOperation> operations = new LinkedHashMap<>();
        Tree.map(document.get("paths"))
                .forEach((path, item) -> Tree.map(item).forEach((method, raw) -> {
                    if (SpecOperation.isMethod(method)) {
                        String pointer = Tree.child(Tree.child("/paths", path), method);
                        SpecOperation operation = new SpecOperation(tree, pointer, Tree.map(raw));
                        operations.put(operation.id(), operation);
                    }
                }));
        return operations;
    }

    /** The violations that prevent the files from being merged. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Sorts violations by file, the root first, and by line. */
    public Comparator<Violation> inOrder() {
        List<String> names = files.all().stream().map(SpecFile::name).toList();
        return Comparator.<Violation>comparingInt(violation -> names.indexOf(violation.file()))
                .thenComparingInt(Violation::line);
    }

    /** A violation of the node at a pointer of the bundle, in the file that it comes from. */
    public Violation violation(String pointer, String message, String fix) {
        String[] steps = pointer.split("/", -1);
        int depth = pointer.startsWith("/paths/") ? 3 : 4;
        String owner = String.join("/", List.of(steps).subList(0, Math.min(depth, steps.length)));
        return origins.getOrDefault(owner, root).violation(pointer, message, fix);
    }

    /** Puts the path items into the places that refer to them. */
    private void takePathItems() {
        Map<String, Node> items = new HashMap<>();
        root.references().stream().filter(Reference::isPathItem).forEach(reference -> {
            SpecFile target = files.target(root, reference);
            if (target != null) {
                items.put(reference.at(), Objects.requireNonNull(target.at(reference.pointer())));
                origins.put(reference.at(), target);
            }
        });
        root.entries("/paths").replaceAll(entry -> {
            Node item = items.get(Tree.child("/paths", SpecFile.key(entry)));
            return item == null ? entry : new NodeTuple(entry.getKeyNode(), item);
        });
    }

    /** Adds the components of a file to the existing ones. */
    private void takeComponents(SpecFile file) {
        for (NodeTuple kind : file.entries("/components")) {
            String at = Tree.child("/components", SpecFile.key(kind));
            for (NodeTuple component : List.copyOf(file.entries(at))) {
                String pointer = Tree.child(at, SpecFile.key(component));
                SpecFile first = origins.putIfAbsent(pointer, file);
                if (first == null && file != root) {
                    Nodes.mapping(root.top(), "components", SpecFile.key(kind)).add(component);
                } else if (first != null && first != file) {
                    String message = first.name() + ", too, has a component of this name";
                    violations.add(file.violation(pointer, message, "Rename one, or keep one for both in the root"));
                }
            }
        }
    }

    /** The bundle must not be smaller than its files. */
    private void reportLosses(SpecFile part) {
        for (NodeTuple entry : part.entries("")) {
            String key = SpecFile.key(entry);
            if (!KEYS_OF_PARTS.contains(key)) {
                violations.add(
                        part.violation(Tree.child("", key), key + " belongs to the root", "Move it to " + root.name()));
            }
        }
        for (NodeTuple path : part.entries("/paths")) {
            String pointer = Tree.child("/paths", SpecFile.key(path));
            if (origins.get(pointer) != part) {
                violations.add(part.violation(
                        pointer, root.name() + " does not refer to this path", "Add it to the paths of the root"));
            }
        }
    }
}
