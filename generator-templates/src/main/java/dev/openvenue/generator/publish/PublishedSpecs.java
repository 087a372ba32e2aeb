package dev.openvenue.generator.publish;

import dev.openvenue.generator.lint.SpecLint;
import dev.openvenue.generator.lint.Vocabulary;
import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.SpecRejectedException;
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
 * Writes what is published of the specs: {@code PublishedSpecs <folder of the specs> <folder to write to> <version>}.
 * For each venue {@code openapi} (the bundle, with our vocabulary) and {@code portable} (for stock generators), as YAML
 * and as JSON, and {@code runtime.json}; beside them {@code vocabulary.schema.json}, and what makes an npm package of
 * the folder.
 */
public final class PublishedSpecs {
    private static final String ROOT = "openapi.yaml";

    private PublishedSpecs() {}

    /** Called by the build of {@code specs}. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Path.of(args[1]), args[2]);
    }

    /** Writes the files of every folder with a spec; fails, without writing anything, if a spec has violations. */
    static void write(Path specs, Path target, String version) throws IOException {
        Map<Path, SpecBundle> bundles = new LinkedHashMap<>();
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
            bundles.put(folder, bundle);
        }
        if (!violations.isEmpty()) {
            throw new SpecRejectedException("The specs are not fit to be published:", violations);
        }
        for (Map.Entry<Path, SpecBundle> entry : bundles.entrySet()) {
            write(
                    entry.getKey(),
                    entry.getValue(),
                    target.resolve(entry.getKey().getFileName()),
                    version);
        }
        PublishedFile.writeJson(target.resolve("vocabulary.schema.json"), Vocabulary.jsonSchema());
        NpmPackage.write(target, bundles.values(), version);
    }

    private static void write(Path folder, SpecBundle bundle, Path target, String version) throws IOException {
        Path cases = folder.resolve("cases");
        Document full = new Document(bundle.document());
        identify(full, version);
        Examples.add(cases, full);
        PublishedFile.writeBoth(target, "openapi", full.root());
        Document portable = new Document(PortableSpec.of(bundle));
        identify(portable, version);
        Examples.add(cases, portable);
        PublishedFile.writeBoth(target, "portable", portable.root());
        PublishedFile.writeJson(target.resolve("runtime.json"), RuntimeTable.of(bundle));
    }

    /** The version of the document is ours; the venue's own stands beside it. */
    private static void identify(Document document, String version) {
        Map<String, Object> info = Document.child(document.root(), "info");
        info.put("x-api-version", Tree.text(info.put("version", version)));
        info.put("x-vocabulary", "../README.md");
    }

    private static List<Path> folders(Path specs) throws IOException {
        try (Stream<Path> entries = Files.list(specs)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve(ROOT)))
                    .sorted()
                    .toList();
        }
    }
}
