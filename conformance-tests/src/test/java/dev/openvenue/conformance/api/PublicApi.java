package dev.openvenue.conformance.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The public API of an artifact as a text that can be read, committed and compared. */
final class PublicApi {
    private static final String INDENT = "    ";

    private PublicApi() {}

    /** What a folder of classes offers: the packages that its module exports, all of them if it is none. */
    static String of(Path classes) throws IOException {
        Collection<TypeApi> types = new TreeMap<String, TypeApi>(types(classes)).values();
        return text(types);
    }

    static String text(Collection<TypeApi> types) {
        StringBuilder text = new StringBuilder();
        String last = "";
        for (TypeApi type : types) {
            String inPackage = packageOf(type);
            if (!inPackage.equals(last)) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append("package ")
                        .append(inPackage)
                        .append('\n');
                last = inPackage;
            }
            text.append('\n').append(type.head()).append('\n');
            type.members().forEach(member -> text.append(INDENT).append(member).append('\n'));
        }
        return text.toString();
    }

    /** The members of each type, by what stands for the type: its package and its line. */
    static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> types = new LinkedHashMap<>();
        String inPackage = "";
        List<String> members = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("package ")) {
                inPackage = line.substring("package ".length());
            } else if (line.startsWith(INDENT)) {
                members.add(line.strip());
            } else if (!line.isBlank()) {
                members = new ArrayList<>();
                types.put(inPackage + ": " + line, members);
            }
        }
        return types;
    }

    private static String packageOf(TypeApi type) {
        return type.name().replaceFirst("\\.[A-Z].*", "");
    }

    private static Map<String, TypeApi> types(Path classes) throws IOException {
        Map<String, TypeApi> types = new LinkedHashMap<>();
        List<String> exported = exports(classes);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (!name.endsWith(".class") || name.endsWith("-info.class")) {
                    continue;
                }
                Class<?> type = load(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'));
                boolean offered = exported.isEmpty() || exported.contains(type.getPackageName());
                if (offered && TypeApi.visible(type) && !TypeApi.implied(type)) {
                    types.put(type.getName(), TypeApi.of(type));
                }
            }
        }
        return types;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " lies in target/classes, but not on the class path; build anew", e);
        }
    }

    private static List<String> exports(Path classes) throws IOException {
        Path module = classes.resolve("module-info.class");
        if (!Files.exists(module)) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(module)) {
            return ModuleDescriptor.read(in).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .toList();
        }
    }
}
