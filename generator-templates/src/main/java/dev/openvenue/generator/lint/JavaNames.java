package dev.openvenue.generator.lint;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Checks which names of a spec can be Java names. */
public final class JavaNames {
    /** The suffix of a generated Retrofit interface. */
    public static final String ENDPOINTS = "Endpoints";

    /** The suffix of the class that delegates to it. */
    public static final String CALLS = "Calls";

    private static final Pattern CLASS = Pattern.compile("[A-Z][A-Za-z0-9]*");

    /** Classes that generated code names without a package: a model of the same name would shadow them. */
    private static final Set<String> IMPORTED = Set.of(
            "BigDecimal",
            "Instant",
            "Duration",
            "List",
            "Map",
            "Set",
            "IOException",
            "Boolean",
            "Class",
            "Integer",
            "Long",
            "Object",
            "Override",
            "String",
            "Void",
            "JsonAdapter",
            "JsonReader",
            "JsonWriter",
            "JsonAdapters",
            "JsonValueReader",
            "JsonValueWriter",
            "OpenEnum",
            "Nullable",
            "Validatable",
            "Violations",
            "Copies",
            "VenueDescription",
            "VenueCall",
            "ListingCall",
            "VenueClient",
            "VenueClientBuilder",
            "VenueProvider",
            "VenueRuntime",
            "BatchCancel",
            "BatchCancelDescription",
            "BatchPlace",
            "BatchPlaceDescription",
            "Response",
            "IdArgument",
            "IdKind",
            "Query",
            "Shape",
            "States",
            "SymbolList",
            "SwitchDescription",
            "Categories",
            "ClientHeader",
            "Printable",
            "DeadMansSwitch",
            "ErrorCatalogue",
            "ErrorKind",
            "Effect",
            "Remedy",
            "Safety",
            "Scope",
            "Base64Json",
            "BatchLimit",
            "Cancels",
            "Capitalized",
            "Constraint",
            "Envelope",
            "Joined",
            "NotExecuted",
            "AnyOf",
            "OneOf",
            "OperationId",
            "Page",
            "RateLimit",
            "Retry",
            "Signed",
            "TimeWindow",
            "Body",
            "Field",
            "FormUrlEncoded",
            "Header",
            "Path",
            "DELETE",
            "HTTP",
            "GET",
            "HEAD",
            "OPTIONS",
            "PATCH",
            "POST",
            "PUT",
            // Nested in generated classes.
            "Builder",
            "Known");

    /** Methods that every object has. */
    private static final Set<String> OF_OBJECT =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    /** Methods that every client has. */
    private static final Set<String> OF_CLIENT = Set.of(
            "venueId",
            "venueName",
            "operations",
            "description",
            "clock",
            "close",
            "onClose",
            "batchCancel",
            "batchPlace",
            "deadMansSwitch");

    private JavaNames() {}

    /** Why a name cannot be that of a model; empty if it can. */
    static String violationOfClass(String name) {
        if (!CLASS.matcher(name).matches()) {
            return "is not in PascalCase";
        }
        if (IMPORTED.contains(name)) {
            return "is taken by a class that generated code uses";
        }
        boolean ours = Stream.of("JsonAdapter", "Api", CALLS, ENDPOINTS).anyMatch(name::endsWith);
        return ours ? "ends like a class that the generator adds" : "";
    }

    /** Why a tag cannot name an interface and its accessor; empty if it can. */
    static String violationOfTag(String name) {
        if (!CLASS.matcher(name).matches()) {
            return "is not in PascalCase";
        }
        return OF_CLIENT.stream().anyMatch(name::equalsIgnoreCase) ? "is taken by a method of every client" : "";
    }

    /** Whether a name can be that of a generated method. */
    static boolean isMethod(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) && !OF_OBJECT.contains(name);
    }
}
