package dev.openvenue.site;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Javadoc of all that users call, from the sources of the build. Maven's plugin would compile every module again
 * for it, and cannot write it as a part of one of them.
 */
final class Javadoc {
    private static final Pattern MODULE = Pattern.compile("(?m)^(?:open )?module ([\\w.]+)");
    private static final String SOURCES = "src/main/java";
    private static final String GENERATED = "target/generated-sources/openapi/src/main/java";

    private Javadoc() {}

    static void write(Path root, Path target, String version) throws IOException {
        List<String> modules = new ArrayList<>();
        List<String> arguments = new ArrayList<>(
                List.of("-quiet", "-d", target.toString(), "-notimestamp", "-encoding", "UTF-8", "-Xdoclint:none"));
        for (Path sources : sources(root)) {
            String name = name(sources.resolve("module-info.java"));
            modules.add(name);
            arguments.addAll(List.of("--module-source-path", name + "=" + sources));
        }
        arguments.addAll(List.of("--module", String.join(",", modules)));
        arguments.addAll(List.of("--module-path", libraries(), "--class-path", libraries()));
        // See sdk-core/pom.xml.
        arguments.addAll(List.of("--add-reads", "dev.openvenue.core=ALL-UNNAMED"));
        String title = "OpenVenue " + version;
        arguments.addAll(List.of("-doctitle", title, "-windowtitle", title));
        run(arguments);
    }

    /** The clients, and the hand-written modules that users call. */
    private static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("sdk-core", "sdk-micrometer", "simulator")) {
            sources.add(root.resolve(module).resolve(SOURCES));
        }
        try (Stream<Path> clients = Files.list(root.resolve("sdk-generated"))) {
            clients.map(client -> client.resolve(GENERATED))
                    .filter(Files::isDirectory)
                    .sorted()
                    .forEach(sources::add);
        }
        return sources;
    }

    private static String name(Path descriptor) throws IOException {
        Matcher module = MODULE.matcher(Files.readString(descriptor));
        if (!module.find()) {
            throw new IllegalStateException(descriptor + " names no module");
        }
        return module.group(1);
    }

    /** What others made: the own modules are read as sources. */
    private static String libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !entry.contains("openvenue-"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void run(List<String> arguments) {
        ToolProvider javadoc = ToolProvider.findFirst("javadoc")
                .orElseThrow(() ->
                        new IllegalStateException("No javadoc here: build with a JDK, or with -Dsite.javadoc=false"));
        StringWriter messages = new StringWriter();
        PrintWriter writer = new PrintWriter(messages);
        int status = javadoc.run(writer, writer, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("javadoc failed:\n" + messages);
        }
    }
}
