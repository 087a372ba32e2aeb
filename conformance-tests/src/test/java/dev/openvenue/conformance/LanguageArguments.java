package dev.openvenue.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a case as a stock client takes them: the fields of a form under {@code body}, and each value of the
 * type that the portable form gives it.
 *
 * @param venue the venue
 * @param operation the operation
 * @param arguments the arguments of the case
 */
record LanguageArguments(Venue venue, String operation, Map<String, @Nullable Object> arguments) {
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The arguments in terms of the portable form. */
    Map<String, @Nullable Object> portable() {
        Map<String, @Nullable Object> portable = new LinkedHashMap<>(changed(arguments, LanguageArguments::typed));
        if (!body(JSON).isEmpty()) {
            portable.putIfAbsent("body", Map.of()); // A body of which no case sets a field.
        }
        Map<String, @Nullable Object> form = body(FORM);
        if (!form.isEmpty()) {
            SchemaWalk walk = new SchemaWalk(venue, LanguageArguments::typed);
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            walk.properties(walk.resolve(form)).keySet().forEach(name -> {
                if (portable.containsKey(name)) {
                    fields.put(name, portable.remove(name));
                }
            });
            portable.put("body", walk.changed(form, fields));
        }
        return portable;
    }

    /** The same, with a listed value in place of each that no enum lists. */
    Map<String, @Nullable Object> listed() {
        Map<String, @Nullable Object> listed = changed(
                arguments,
                (schema, value) -> isUnlisted(schema, value) ? values(schema).get(0) : value);
        return new LanguageArguments(venue, operation, listed).portable();
    }

    boolean hasUnlistedValues() {
        AtomicBoolean found = new AtomicBoolean();
        changed(arguments, (schema, value) -> {
            if (isUnlisted(schema, value)) {
                found.set(true);
            }
            return value;
        });
        return found.get();
    }

    private Map<String, @Nullable Object> changed(
            Map<String, @Nullable Object> given,
            BiFunction<Map<String, @Nullable Object>, @Nullable Object, @Nullable Object> change) {
        SchemaWalk walk = new SchemaWalk(venue, change);
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(given);
        if (venue.written(operation).get("parameters") instanceof List<?> parameters) {
            for (Object parameter : parameters) {
                Map<String, @Nullable Object> declared = walk.resolve(Json.map(parameter));
                changed.computeIfPresent(
                        Json.text(declared, "name"),
                        (name, value) -> walk.changed(Json.map(declared.get("schema")), value));
            }
        }
        // In a JSON body every value has its type already.
        SchemaWalk inBody = new SchemaWalk(
                venue, (schema, value) -> schema.containsKey("enum") ? change.apply(schema, value) : value);
        changed.computeIfPresent("body", (name, value) -> inBody.changed(body(JSON), value));
        return changed;
    }

    private Map<String, @Nullable Object> body(String type) {
        Map<String, @Nullable Object> body = Json.map(venue.written(operation).get("requestBody"));
        Map<String, @Nullable Object> content =
                Json.map(Json.map(body.get("content")).get(type));
        return Json.map(content.get("schema"));
    }

    private static boolean isUnlisted(Map<String, @Nullable Object> schema, @Nullable Object value) {
        return schema.containsKey("enum")
                && value != null
                && values(schema).stream()
                        .noneMatch(listed -> String.valueOf(listed).equals(String.valueOf(value)));
    }

    private static List<?> values(Map<String, @Nullable Object> schema) {
        return schema.get("enum") instanceof List<?> values ? values : List.of();
    }

    /** A value of a parameter or of a form in the type of the portable form; the cases may have it as on the wire. */
    private static @Nullable Object typed(Map<String, @Nullable Object> schema, @Nullable Object value) {
        String type = Json.text(schema, "type");
        if (value instanceof Boolean flag && "capitalized".equals(schema.get("format"))) {
            return flag ? "True" : "False";
        }
        if (type.equals("integer") && "id".equals(schema.get("format"))) {
            return value instanceof BigDecimal number ? number.toPlainString() : value;
        }
        if (value instanceof String text && (type.equals("integer") || type.equals("number"))) {
            return new BigDecimal(text);
        }
        if (value instanceof String text && type.equals("boolean")) {
            return Boolean.valueOf(text);
        }
        return Json.map(schema.get("x-encoding")).containsKey("base64-json") ? base64(Json.write(value)) : value;
    }

    /** Blanks before the last bracket make padding unnecessary, see {@code x-encoding}. */
    private static String base64(String json) {
        int blanks = Math.floorMod(-json.getBytes(UTF_8).length, 3);
        String padded = json.substring(0, json.length() - 1) + " ".repeat(blanks) + json.substring(json.length() - 1);
        return Base64.getEncoder().encodeToString(padded.getBytes(UTF_8));
    }
}
