package dev.openvenue.generator.change;

import dev.openvenue.generator.change.Change.Step;
import dev.openvenue.generator.spec.SpecBundle;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.Endpoint;

/** What changed of the standard part of a spec, as openapi-diff finds it, in words. */
final class StandardChanges {
    private final String venue;
    private final List<Change> changes = new ArrayList<>();

    private StandardChanges(String venue) {
        this.venue = venue;
    }

    static List<Change> of(String venue, SpecBundle before, SpecBundle after) {
        ChangedOpenApi difference = OpenApiCompare.fromContents(before.text(), after.text());
        StandardChanges standard = new StandardChanges(venue);
        difference.getMissingEndpoints().forEach(gone -> standard.add(Step.BREAKING, id(gone) + " is gone"));
        difference.getNewEndpoints().forEach(added -> standard.add(Step.ADDITION, id(added) + " is new"));
        difference.getChangedOperations().forEach(standard::operation);
        return standard.changes;
    }

    private static String id(Endpoint endpoint) {
        return endpoint.getOperation().getOperationId();
    }

    private void add(Step step, String words) {
        changes.add(new Change(venue, step, words));
    }

    private void operation(ChangedOperation operation) {
        Operation old = operation.getOldOperation();
        String id = operation.getNewOperation().getOperationId();
        int before = changes.size();
        if (!old.getOperationId().equals(id)) {
            add(Step.BREAKING, old.getOperationId() + " is called " + id + " now");
        }
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .getMissing()
                    .forEach(gone -> add(Step.BREAKING, parameter(id, gone) + " is gone"));
            operation.getParameters().getIncreased().forEach(added -> {
                boolean required = Boolean.TRUE.equals(added.getRequired());
                add(
                        required ? Step.BREAKING : Step.ADDITION,
                        parameter(id, added) + " is new" + (required ? " and required" : ""));
            });
            operation.getParameters().getChanged().forEach(changed -> parameter(id, changed));
        }
        if (operation.getRequestBody() != null) {
            content(id + ": the request", true, operation.getRequestBody().getContent());
        }
        if (operation.getApiResponses() != null) {
            operation
                    .getApiResponses()
                    .getChanged()
                    .values()
                    .forEach(response -> content(id + ": the response", false, response.getContent()));
        }
        if (changes.size() == before && operation.isIncompatible()) {
            add(Step.BREAKING, id + " changed incompatibly: " + kinds(operation));
        }
    }

    private static String parameter(String id, Parameter parameter) {
        return id + ": the parameter " + parameter.getName();
    }

    private void parameter(String id, ChangedParameter changed) {
        String name = parameter(id, changed.getNewParameter());
        if (changed.isChangeRequired()) {
            boolean required = Boolean.TRUE.equals(changed.getNewParameter().getRequired());
            add(
                    required ? Step.BREAKING : Step.CORRECTION,
                    name + (required ? " is required now" : " is optional now"));
        }
        schema(name, "", true, changed.getSchema(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private void content(String what, boolean request, @Nullable ChangedContent content) {
        if (content == null) {
            return;
        }
        content.getMissing().keySet().forEach(type -> add(Step.BREAKING, what + " is no longer " + type));
        content.getIncreased().keySet().forEach(type -> add(Step.ADDITION, what + " may be " + type));
        content.getChanged()
                .values()
                .forEach(media -> schema(
                        what, "", request, media.getSchema(), Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    /** @param path where the schema is in what it describes; empty for all of it */
    private void schema(
            String what, String path, boolean request, @Nullable ChangedSchema schema, Set<ChangedSchema> seen) {
        if (schema == null || !seen.add(schema)) {
            return;
        }
        String inside = path.isEmpty() ? "" : path + ".";
        String whole = path.isEmpty() ? what : what + "'s " + path;
        schema.getMissingProperties()
                .keySet()
                .forEach(name -> add(Step.BREAKING, what + " lost the field " + inside + name));
        schema.getIncreasedProperties().keySet().forEach(name -> {
            boolean required = request
                    && schema.getRequired() != null
                    && schema.getRequired().getIncreased().contains(name);
            add(
                    required ? Step.BREAKING : Step.ADDITION,
                    what + " gained the field " + inside + name + (required ? ", which is required" : ""));
        });
        if (schema.isChangedType() || schema.isChangeFormat()) {
            add(
                    Step.BREAKING,
                    whole + " was " + type(schema.getOldSchema()) + " and is " + type(schema.getNewSchema()));
        }
        if (schema.getEnumeration() != null) {
            schema.getEnumeration()
                    .getMissing()
                    .forEach(value -> add(Step.BREAKING, whole + " lost the value " + value));
            // Enumerations keep what they do not list, so that another listed value breaks nobody.
            schema.getEnumeration()
                    .getIncreased()
                    .forEach(value -> add(Step.ADDITION, whole + " gained the value " + value));
        }
        if (schema.getMaxItems() != null && schema.getMaxItems().isIncompatible()) {
            add(Step.BREAKING, whole + " holds at most " + schema.getMaxItems().getNewValue() + " elements now");
        }
        for (Map.Entry<String, ChangedSchema> property :
                schema.getChangedProperties().entrySet()) {
            schema(what, inside + property.getKey(), request, property.getValue(), seen);
        }
        schema(what, path + "[]", request, schema.getItems(), seen);
        schema(what, inside + "*", request, schema.getAddProp(), seen);
    }

    private static String type(Schema<?> schema) {
        return schema.getType() + (schema.getFormat() == null ? "" : " (" + schema.getFormat() + ")");
    }

    /** What openapi-diff calls incompatible and no rule above names. */
    private static String kinds(ChangedOperation operation) {
        return String.join(
                ", ",
                operation.getChangedElements().stream()
                        .filter(element -> element != null && element.isIncompatible())
                        .map(Changed::getClass)
                        .map(Class::getSimpleName)
                        .toList());
    }
}
