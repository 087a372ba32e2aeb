package dev.openvenue.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request byte for byte, with headers that no HTTP client would send. */
final class RawRequest {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");

    private final URI server;
    private final String line;
    private final List<String> headers = new ArrayList<>();
    private String body = "";

    private RawRequest(String server, String line) {
        this.server = URI.create(server);
        this.line = line;
    }

    /** A request without any header. */
    static RawRequest to(String server, String method, String target) {
        return new RawRequest(server, method + " " + target + " HTTP/1.1");
    }

    RawRequest host() {
        return header("Host", server.getAuthority());
    }

    RawRequest token(Workbench workbench) {
        return header("Authorization", "Bearer " + workbench.token());
    }

    RawRequest header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    RawRequest json(String text) {
        body = text;
        return header("Content-Type", "application/json");
    }

    RawRequest body(String text) {
        body = text;
        return this;
    }

    /** The whole response. */
    String send() throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            header("Content-Length", Integer.toString(bytes.length));
        }
        header("Connection", "close");
        String head = line + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
                OutputStream out = socket.getOutputStream();
                InputStream in = socket.getInputStream()) {
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            return response(in);
        }
    }

    /** Reads as much as the response declares, because not every server ends the connection when it is asked to. */
    private static String response(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        Matcher length = LENGTH.matcher(head);
        return head
                + new String(
                        in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0), StandardCharsets.UTF_8);
    }

    /** The status of the response, and its body. */
    String outcome() throws IOException {
        String response = send();
        int end = response.indexOf("\r\n\r\n");
        return response.substring(9, 12) + " " + response.substring(end + 4);
    }
}
