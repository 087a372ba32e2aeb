package dev.openvenue.workbench;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.openvenue.simulator.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The port of the console and of the control API: the JDK's server, a guard in front, and what the guard lets in. */
final class ControlServer implements AutoCloseable {
    static final int LONGEST_BODY = 1024 * 1024;

    private static final String EVENTS = "/api/events";
    private static final String JSON = "application/json; charset=utf-8";

    /** For the readers of events, and as many again for all others. */
    private static final int THREADS = 3 * EventFeed.MOST_READERS;

    private final Desk desk;
    private final Control control;
    private final Guard guard;
    private final HttpServer server;
    private final ExecutorService threads;

    ControlServer(Desk desk, String token) {
        // The server reads them once; without the first every answer waits some 40 ms for the client's acknowledgement.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", "30");
        setUnlessSet("jdk.httpserver.maxConnections", "128");
        this.desk = desk;
        this.control = new Control(desk);
        WorkbenchOptions options = desk.options();
        try {
            InetAddress address =
                    options.bind() == null ? InetAddress.getByAddress(new byte[] {127, 0, 0, 1}) : options.bind();
            this.server = HttpServer.create(new InetSocketAddress(address, options.consolePort()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The console cannot listen on port " + options.consolePort() + ": " + e.getMessage(), e);
        }
        this.guard = new Guard(token, server.getAddress().getPort(), options);
        AtomicInteger count = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "openvenue-console-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    Control control() {
        return control;
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            securityHeaders(exchange.getResponseHeaders());
            try {
                serve(exchange);
            } catch (ControlException e) {
                respond(exchange, e);
            } catch (RuntimeException e) {
                respond(exchange, new ControlException(500, "internal", "The workbench failed: " + e));
            }
        } catch (IOException e) {
            // The reader has gone, which is its right.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange) throws IOException, InterruptedException {
        guard.checkSource(exchange.getRequestHeaders());
        String path = exchange.getRequestURI().getPath();
        StaticFiles.StaticFile file = StaticFiles.at(path);
        if (file != null) {
            if (!exchange.getRequestMethod().equals("GET")) {
                throw new ControlException(405, "method", "This path takes GET");
            }
            respond(exchange, 200, file.contentType(), file.bytes());
            return;
        }
        guard.checkToken(exchange.getRequestHeaders());
        if (path.equals(EVENTS)) {
            events(exchange);
            return;
        }
        String body = body(exchange);
        Map<String, @Nullable Object> arguments =
                ControlCall.read(exchange.getRequestURI().getRawQuery(), body);
        ControlCall call = new ControlCall(exchange.getRequestMethod(), path, List.of(), arguments);
        respond(exchange, 200, control.handle(call));
    }

    private void events(HttpExchange exchange) throws IOException, InterruptedException {
        if (!exchange.getRequestMethod().equals("GET")) {
            throw new ControlException(405, "method", "This path takes GET");
        }
        String seen = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            desk.feed().write(out, seen != null && seen.matches("[0-9]{1,18}") ? (Long) Long.parseLong(seen) : null);
        }
    }

    /** The body of a call that may have one; every other call must have none. */
    private static String body(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        boolean changes = method.equals("POST") || method.equals("PUT");
        Headers headers = exchange.getRequestHeaders();
        byte[] bytes;
        try (InputStream in = exchange.getRequestBody()) {
            bytes = in.readNBytes(LONGEST_BODY + 1);
        }
        if (bytes.length > LONGEST_BODY) {
            exchange.getResponseHeaders().set("Connection", "close");
            throw new ControlException(413, "size", "The body is longer than " + LONGEST_BODY + " bytes");
        }
        if (changes && bytes.length > 0 && !Guard.isJson(headers.getFirst("Content-Type"))) {
            throw new ControlException(
                    415, "content-type", "A " + method + " has a body of Content-Type: application/json");
        } else if (!changes && bytes.length > 0) {
            throw new ControlException(400, "body", "A " + method + " has no body; put its arguments into the query");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ControlException(400, "json", "The body is not UTF-8");
        }
    }

    private static void securityHeaders(Headers headers) {
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self';"
                        + " connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                        + " require-trusted-types-for 'script'; trusted-types 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    private static void respond(HttpExchange exchange, ControlException e) throws IOException {
        if (exchange.getResponseCode() == -1) {
            respond(exchange, e.status(), Json.object("code", e.code(), "message", e.text()));
        }
    }

    private static void respond(HttpExchange exchange, int status, Map<String, @Nullable Object> document)
            throws IOException {
        respond(exchange, status, JSON, Json.write(document).getBytes(StandardCharsets.UTF_8));
    }

    private static void respond(HttpExchange exchange, int status, String contentType, byte[] bytes)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
        if (!head && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
