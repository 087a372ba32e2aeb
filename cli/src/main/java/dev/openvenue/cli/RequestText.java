package dev.openvenue.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;

/** A request as it is sent on the wire. */
final class RequestText {
    private RequestText() {}

    /** Method and path with query, the headers, and after an empty line the body, if any. */
    static List<String> lines(Request request) {
        List<String> lines = new ArrayList<>();
        lines.add(request.method() + " " + target(request.url()));
        RequestBody body = request.body();
        if (body != null && body.contentType() != null) {
            lines.add("Content-Type: " + body.contentType());
        }
        request.headers().forEach(header -> lines.add(header.getFirst() + ": " + header.getSecond()));
        String text = body(request);
        if (!text.isEmpty()) {
            lines.add("");
            lines.addAll(text.lines().toList());
        }
        return lines;
    }

    /** The same for programs. */
    static Map<String, Object> fields(Request request) {
        Map<String, Object> headers = new LinkedHashMap<>();
        request.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", request.method());
        fields.put("target", target(request.url()));
        fields.put("headers", headers);
        fields.put("body", body(request));
        return fields;
    }

    /** Prints the lines, each preceded by the label. */
    static void print(PrintStream out, String label, Request request) {
        lines(request).forEach(line -> out.println((label + "  " + line).stripTrailing()));
    }

    /** The path with its query. */
    static String target(HttpUrl url) {
        String query = url.encodedQuery();
        return url.encodedPath() + (query == null ? "" : "?" + query);
    }

    /** The body; empty if there is none. */
    static String body(Request request) {
        Buffer buffer = new Buffer();
        RequestBody body = request.body();
        if (body != null) {
            try {
                body.writeTo(buffer);
            } catch (IOException e) {
                throw new IllegalStateException("Bodies are made in memory and cannot fail to be read", e);
            }
        }
        return buffer.readUtf8();
    }
}
