package dev.openvenue.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** Runs the generator as the Maven plugin does. */
final class Generation {
    private Generation() {}

    /** Generates into a folder and returns what was written: path and text, without OpenAPI Generator's own notes. */
    static SortedMap<String, String> run(Path spec, Path folder) throws IOException {
        CodegenConfigurator configurator = new CodegenConfigurator()
                .setGeneratorName("openvenue")
                .setInputSpec(spec.toString())
                .setOutputDir(folder.toString())
                .setValidateSpec(false)
                .setQuiet(true);
        DefaultGenerator generator = new DefaultGenerator();
        for (String unwanted : new String[] {"apiTests", "modelTests", "apiDocs", "modelDocs"}) {
            generator.setGeneratorPropertyDefault(unwanted, "false");
        }
        generator.opts(configurator.toClientOptInput()).generate();
        return read(folder);
    }

    /** The files of a folder, by their paths. */
    static SortedMap<String, String> read(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith(".openapi-generator")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }
}
