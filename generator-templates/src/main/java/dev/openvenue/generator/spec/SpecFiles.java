package dev.openvenue.generator.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of one spec: the root, and those beside it that it refers to. */
final class SpecFiles {
    private final Path folder;
    private final SpecFile root;
    private final Map<String, SpecFile> files = new LinkedHashMap<>();

    private SpecFiles(Path file) {
        this.folder = Objects.requireNonNull(file.getParent(), "a spec lies in a folder");
        this.root = SpecFile.read(file);
        files.put(Objects.requireNonNull(file.getFileName()).toString(), root);
        Deque<SpecFile> unread = new ArrayDeque<>(List.of(root));
        while (!unread.isEmpty()) {
            unread.remove().references().forEach(reference -> open(reference.file(), unread));
        }
    }

    /** Reads a root and all files that it refers to. */
    static SpecFiles read(Path root) {
        return new SpecFiles(root.toAbsolutePath());
    }

    SpecFile root() {
        return root;
    }

    /** All files: the root, then the others as they are first referred to. */
    Collection<SpecFile> all() {
        return files.values();
    }

    /** All files but the root. */
    List<SpecFile> parts() {
        return files.values().stream().filter(file -> file != root).toList();
    }

    /** The file that a reference points into; null if it does not exist. */
    @Nullable
    SpecFile target(SpecFile from, Reference reference) {
        SpecFile file = reference.file().isEmpty() ? from : files.get(reference.file());
        return file == null || file.at(reference.pointer()) == null ? null : file;
    }

    /** The violations of the keys and the references of each file. */
    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        files.values().forEach(file -> {
            String fix = "Keep one; only the last would count";
            file.repeated()
                    .forEach(at -> violations.add(file.violation(at, "the key stands twice in one mapping", fix)));
            file.references().forEach(reference -> {
                String message = message(file, reference);
                if (!message.isEmpty()) {
                    violations.add(file.violation(reference.at(), message, "Correct the reference"));
                }
            });
        });
        unreached()
                .forEach(file -> violations.add(file.violation(
                        "", root.name() + " refers to nothing in this file", "Refer to its paths, or remove it")));
        return violations;
    }

    /** Files beside a venue's root that would silently be left out of its client. */
    private List<SpecFile> unreached() {
        if (!files.containsKey("openapi.yaml")) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !files.containsKey(file.getFileName().toString()))
                    .sorted()
                    .map(SpecFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a reference cannot be followed; empty if it can. */
    private String message(SpecFile file, Reference reference) {
        SpecFile target = target(file, reference);
        if (target == null) {
            return "nothing stands at " + reference.text();
        }
        if (file != root || !reference.isPathItem()) {
            return reference.pointer().startsWith("/components/") ? "" : reference.text() + " is no component";
        }
        // A path item under another path would send its calls there.
        boolean same = target != root && reference.pointer().equals(reference.at());
        boolean alone = reference.holder().getValue().size() == 1;
        return !same
                ? reference.text() + " is not the same path in another file"
                : alone ? "" : "what stands beside the reference would be lost";
    }

    private void open(String name, Deque<SpecFile> unread) {
        // Beside the root and nowhere else: a spec is one folder.
        boolean beside = !name.isEmpty() && !name.contains("/") && Files.isRegularFile(folder.resolve(name));
        if (beside && !files.containsKey(name)) {
            SpecFile file = SpecFile.read(folder.resolve(name));
            files.put(name, file);
            unread.add(file);
        }
    }
}
