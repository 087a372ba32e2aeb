package dev.openvenue.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The expected sources of a trap, compiled with every warning an error, and loaded. */
final class Compiled implements AutoCloseable {
    /** The core is compiled from its sources, so that this module builds alone and in any order. */
    private static final Path CORE =
            Path.of("../sdk-core/src/main/java").toAbsolutePath().normalize();

    private final URLClassLoader loader;
    private final String models;
    private final Moshi moshi;

    private Compiled(URLClassLoader loader, String models, Moshi moshi) {
        this.loader = loader;
        this.models = models;
        this.moshi = moshi;
    }

    /** Compiles the core's classes that generated code names, into a folder; without a module, as most users will. */
    static void core(Path classes) throws IOException {
        Path sources = Files.createTempDirectory("core");
        Path link = Files.createSymbolicLink(sources.resolve("dev"), CORE.resolve("dev"));
        List<Path> entries = new ArrayList<>();
        for (String folder : List.of("", "codegen", "annotation")) {
            try (Stream<Path> files =
                    Files.list(CORE.resolve("dev/openvenue/core").resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(entries::add);
            }
        }
        entries.add(CORE.resolve("dev/openvenue/core/signing/HtxSigner.java"));
        entries.add(CORE.resolve("dev/openvenue/core/cancel/BatchCancel.java"));
        entries.add(CORE.resolve("dev/openvenue/core/place/BatchPlace.java"));
        assertThat(compile(entries, classes, List.of("-sourcepath", sources.toString(), "-nowarn")))
                .isEmpty();
        Files.delete(link);
        Files.delete(sources);
    }

    /** What the compiler says of a trap's sources; empty if it is content. */
    static String trap(String trap, Path core, Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(GoldenTest.TRAPS.resolve(trap).resolve("expected"))) {
            List<Path> sources = files.filter(
                            file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java"))
                    .toList();
            // As in the parent pom; but serialisation, processors and options are no matter of generated code.
            List<String> strict = List.of("-Xlint:all,-processing,-options,-serial", "-Werror");
            return compile(
                    sources,
                    classes,
                    Stream.concat(Stream.of(":" + core), strict.stream()).toList());
        }
    }

    static Compiled load(String trap, Path core, Path classes) throws IOException, ReflectiveOperationException {
        assertThat(trap(trap, core, classes)).isEmpty();
        URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL(), core.toUri().toURL()}, Compiled.class.getClassLoader());
        String json = factory(trap);
        Object factory = loader.loadClass(json).getField("FACTORY").get(null);
        return new Compiled(
                loader,
                json.substring(0, json.lastIndexOf('.') + 1),
                new Moshi.Builder().add((JsonAdapter.Factory) factory).build());
    }

    /** The class with the adapters of a trap's models. */
    private static String factory(String trap) throws IOException {
        Path sources = GoldenTest.TRAPS.resolve(trap).resolve("expected/src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            Path json = files.filter(file -> file.toString().endsWith("Json.java"))
                    .findFirst()
                    .orElseThrow();
            return sources.relativize(json).toString().replace('/', '.').replaceFirst("\\.java$", "");
        }
    }

    /** Decodes into the model of this name. */
    @Nullable
    Object decode(String model, String json) throws IOException, ReflectiveOperationException {
        return moshi.adapter((Class<?>) type(model)).fromJson(json);
    }

    /** Encodes a model. */
    String encode(Object value) {
        @SuppressWarnings("unchecked") // The adapter is that of the value's own class.
        JsonAdapter<Object> adapter = (JsonAdapter<Object>) (JsonAdapter<?>) moshi.adapter(value.getClass());
        return adapter.toJson(value);
    }

    /** Decodes and encodes again. */
    String again(String model, String json) throws IOException, ReflectiveOperationException {
        return encode(Objects.requireNonNull(decode(model, json)));
    }

    /** Calls the accessors of nested records one after the other. */
    @Nullable
    Object at(Object value, String... accessors) throws ReflectiveOperationException {
        Object current = value;
        for (String accessor : accessors) {
            current = call(Objects.requireNonNull(current), accessor);
        }
        return current;
    }

    Class<?> type(String model) throws ReflectiveOperationException {
        return loader.loadClass(models + model);
    }

    private static @Nullable Object call(Object target, String accessor) throws ReflectiveOperationException {
        try {
            return target.getClass().getMethod(accessor).invoke(target);
        } catch (InvocationTargetException e) {
            throw new AssertionError(accessor + " failed", e.getCause());
        }
    }

    private static String compile(List<Path> sources, Path classes, List<String> options) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean extra = options.get(0).startsWith(":");
        List<String> all = new ArrayList<>(List.of("--release", "17", "-proc:none", "-d", classes.toString()));
        all.addAll(List.of("-cp", System.getProperty("java.class.path") + (extra ? options.get(0) : "")));
        all.addAll(extra ? options.subList(1, options.size()) : options);
        Files.createDirectories(classes);
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            compiler.getTask(said, files, null, all, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return said.toString();
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
