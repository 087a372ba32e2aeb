package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecOperation;
import java.util.Locale;
import java.util.Set;

/** The kind of a value in a spec, which decides what it may contain. */
enum Place {
    ROOT,
    INFO,
    SERVER,
    TAG,
    DOCS,
    COMPONENTS,
    PATHS,
    PATH_ITEM,
    OPERATION,
    PARAMETER,
    PARAMETERS,
    BODY,
    BODIES,
    RESPONSE,
    RESPONSES,
    HEADER,
    HEADERS,
    CONTENT,
    MEDIA,
    SECURITY_SCHEME,
    SECURITY_SCHEMES,
    SCHEMA,
    SCHEMAS,
    NAMED_SCHEMAS,
    /** The list of an {@code x-json-array}. */
    JSON_ARRAY,
    /** An element of it: a schema with a name. */
    ELEMENT,
    ENCODING,
    /** A value that is not looked into. */
    EXAMPLE,
    OTHER;

    private static final Set<String> VALUES = Set.of("example", "examples", "default", "enum");

    /** The word for it in {@code vocabulary.yaml}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The place of a child. */
    Place of(String key) {
        return switch (this) {
            case SCHEMAS, NAMED_SCHEMAS -> SCHEMA;
            case ROOT -> ofRoot(key);
            case COMPONENTS -> ofComponents(key);
            case TAG -> key.equals("externalDocs") ? DOCS : OTHER;
            case PATHS -> PATH_ITEM;
            case PATH_ITEM -> SpecOperation.isMethod(key) ? OPERATION : key.equals("parameters") ? PARAMETER : OTHER;
            case OPERATION -> ofOperation(key);
            case PARAMETERS -> PARAMETER;
            case BODIES -> BODY;
            case RESPONSES -> RESPONSE;
            case HEADERS -> HEADER;
            case CONTENT -> MEDIA;
            case SECURITY_SCHEMES -> SECURITY_SCHEME;
            case PARAMETER, HEADER, MEDIA, BODY, RESPONSE -> ofHolder(key);
            case SCHEMA, ELEMENT, ENCODING, JSON_ARRAY -> ofSchema(key);
            default -> VALUES.contains(key) ? EXAMPLE : OTHER;
        };
    }

    private static Place ofRoot(String key) {
        return switch (key) {
            case "paths" -> PATHS;
            case "info" -> INFO;
            case "servers" -> SERVER;
            case "tags" -> TAG;
            case "components" -> COMPONENTS;
            case "externalDocs" -> DOCS;
            default -> key.startsWith("x-") ? EXAMPLE : OTHER;
        };
    }

    private static Place ofComponents(String key) {
        return switch (key) {
            case "schemas" -> NAMED_SCHEMAS;
            case "parameters" -> PARAMETERS;
            case "requestBodies" -> BODIES;
            case "responses" -> RESPONSES;
            case "headers" -> HEADERS;
            case "securitySchemes" -> SECURITY_SCHEMES;
            default -> EXAMPLE;
        };
    }

    private static Place ofOperation(String key) {
        return switch (key) {
            case "parameters" -> PARAMETER;
            case "requestBody" -> BODY;
            case "responses" -> RESPONSES;
            case "externalDocs" -> DOCS;
            case "servers" -> SERVER;
            default -> key.startsWith("x-") ? EXAMPLE : OTHER;
        };
    }

    private static Place ofHolder(String key) {
        return switch (key) {
            case "schema" -> SCHEMA;
            case "content" -> CONTENT;
            case "headers" -> HEADERS;
            default -> VALUES.contains(key) ? EXAMPLE : OTHER;
        };
    }

    private static Place ofSchema(String key) {
        return switch (key) {
            case "properties" -> SCHEMAS;
            case "items", "allOf", "additionalProperties", "base64-json" -> SCHEMA;
            case "x-json-array" -> JSON_ARRAY;
            case "x-encoding" -> ENCODING;
            default -> EXAMPLE;
        };
    }
}
