package dev.openvenue.generator;

import dev.openvenue.generator.lint.SpecLint;
import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.Tree;
import dev.openvenue.generator.spec.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes each venue's spec as the single file that is published: {@code PublishedSpecs <folder of the specs> <folder to
 * write to>}.
 */
public final class PublishedSpecs {
    private static final String ROOT = "openapi.yaml";

    private PublishedSpecs() {}

    /** Called by the build of {@code specs}. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Path.of(args[1]));
    }

    /** Writes the bundle of every folder with a spec; fails, without writing anything, if a spec has violations. */
    static void write(Path specs, Path target) throws IOException {
        Map<String, String> bundles = new LinkedHashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (Path folder : folders(specs)) {
            SpecBundle bundle = SpecBundle.read(folder.resolve(ROOT));
            violations.addAll(SpecLint.check(bundle));
            String id = Tree.text(Tree.map(bundle.document().get("x-venue")).get("id"));
            if (!id.equals(folder.getFileName().toString())) {
                violations.add(bundle.violation(
                        "/x-venue/id",
                        "x-venue.id is " + id + ", and the folder is " + folder.getFileName(),
                        "Give both the same name"));
            }
            bundles.put(folder.getFileName().toString(), bundle.text());
        }
        if (!violations.isEmpty()) {
            throw new SpecRejectedException("The specs are not fit to be published:", violations);
        }
        for (Map.Entry<String, String> bundle : bundles.entrySet()) {
            Path file = target.resolve(bundle.getKey()).resolve(ROOT);
            Files.createDirectories(file.getParent());
            Files.writeString(file, bundle.getValue());
        }
    }

    private static List<Path> folders(Path specs) throws IOException {
        try (Stream<Path> entries = Files.list(specs)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(ROOT)))
                    .sorted()
                    .toList();
        }
    }
}
