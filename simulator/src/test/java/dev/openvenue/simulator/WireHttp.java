package dev.openvenue.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests written byte for byte into a socket: no library makes them any better than they are. */
final class WireHttp {
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)\r\n");
    private static final Pattern EXPLANATION = Pattern.compile("(?m)^X-OpenVenue-Explanation: (\\d+)\r\n");

    private WireHttp() {}

    /** A response: everything before the empty line, and everything after it. */
    record Response(String head, String body) {
        /** The number of the explanation; 0 if there is none. */
        long explanation() {
            Matcher header = EXPLANATION.matcher(head);
            return header.find() ? Long.parseLong(header.group(1)) : 0;
        }

        String headWithoutExplanation() {
            return EXPLANATION.matcher(head).replaceFirst("");
        }
    }

    /** Sends a request line without its version, headers and a body; adds length, and the host if there is none. */
    static Response send(VenueSimulator venue, String request, Map<String, String> headers, byte[] body)
            throws IOException {
        URI url = URI.create(venue.baseUrl());
        StringBuilder head = new StringBuilder(request + " HTTP/1.1\r\n");
        if (!headers.containsKey("Host")) {
            head.append("Host: ").append(url.getAuthority()).append("\r\n");
        }
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || !request.startsWith("GET ")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        }
    }

    private static Response read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection was closed after '" + text + "'");
            }
            head.write(next);
            text = head.toString(StandardCharsets.UTF_8);
        }
        Matcher length = LENGTH.matcher(text.toLowerCase(Locale.ROOT));
        int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
        return new Response(text, new String(in.readNBytes(bytes), StandardCharsets.UTF_8));
    }
}
