package dev.openvenue.generator.publish;

import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What makes an npm package of the folder of published specs: its description, a table of contents, and the types of
 * that table.
 */
final class NpmPackage {
    private static final String CODE = """
            "use strict";

            const path = require("node:path");
            const contents = require("./index.json");

            const at = (file) => path.join(__dirname, file);

            exports.version = contents.version;
            exports.schemas = { case: at("case.schema.json"), vocabulary: at("vocabulary.schema.json") };
            const api = (entry) => ({
              ...entry,
              openapi: at(entry.openapi),
              portable: at(entry.portable),
              runtime: at(entry.runtime),
            });
            exports.venues = contents.venues.map((venue) => ({ ...api(venue), cases: at(venue.cases) }));
            exports.tools = contents.tools.map(api);
            """;

    private static final String TYPES = """
            /** An API that is no venue's, such as that of the simulator. */
            export interface Tool {
              /** The id, such as `xt-v4`. */
              readonly id: string;
              /** The name to show. */
              readonly name: string;
              /** How many operations its spec has. */
              readonly operations: number;
              /** The file of the spec with our vocabulary, JSON; the same as YAML lies beside it. */
              readonly openapi: string;
              /** The file of the spec for stock generators, JSON; the same as YAML lies beside it. */
              readonly portable: string;
              /** The file with envelope, error catalogue, limits and the facts of each operation. */
              readonly runtime: string;
            }

            /** A venue's API. */
            export interface Venue extends Tool {
              /** The folder of the cases that prove a client. */
              readonly cases: string;
            }

            /** The version of the specs. */
            export const version: string;

            /** All venues, by id. */
            export const venues: readonly Venue[];

            /** All tools, by id. */
            export const tools: readonly Tool[];

            /** The files of the JSON Schemas of a case and of our vocabulary. */
            export const schemas: { readonly case: string; readonly vocabulary: string };
            """;

    private NpmPackage() {}

    static void write(Path target, Iterable<SpecBundle> bundles, String version) throws IOException {
        List<Map<String, Object>> venues = new ArrayList<>();
        List<Map<String, Object>> tools = new ArrayList<>();
        bundles.forEach(bundle -> (isTool(bundle) ? tools : venues).add(entry(bundle)));
        Map<String, Object> contents = new LinkedHashMap<>();
        contents.put("version", version);
        contents.put("venues", venues);
        contents.put("tools", tools);
        PublishedFile.writeJson(target.resolve("index.json"), contents);
        PublishedFile.write(target.resolve("index.js"), CODE);
        PublishedFile.write(target.resolve("index.d.ts"), TYPES);
        PublishedFile.writeJson(target.resolve("package.json"), description(version));
    }

    private static Map<String, Object> description(String version) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", "openvenue-specs");
        description.put("version", version);
        description.put("description", "OpenAPI descriptions of trading venues, and the cases that prove a client");
        description.put("license", "Apache-2.0");
        description.put("main", "index.js");
        description.put("types", "index.d.ts");
        return description;
    }

    private static boolean isTool(SpecBundle bundle) {
        return Tree.map(bundle.document().get("x-venue")).containsKey("tool");
    }

    private static Map<String, Object> entry(SpecBundle bundle) {
        Map<String, Object> named = Tree.map(bundle.document().get("x-venue"));
        String id = Tree.text(named.get("id"));
        Map<String, Object> venue = new LinkedHashMap<>();
        venue.put("id", id);
        venue.put("name", Tree.text(named.get("name")));
        venue.put("operations", bundle.operations().size());
        venue.put("openapi", id + "/openapi.json");
        venue.put("portable", id + "/portable.json");
        venue.put("runtime", id + "/runtime.json");
        if (!isTool(bundle)) {
            venue.put("cases", id + "/cases");
        }
        return venue;
    }
}
