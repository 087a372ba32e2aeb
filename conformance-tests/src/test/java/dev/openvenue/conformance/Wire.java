package dev.openvenue.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a server sends for one request, byte for byte.
 *
 * @param bytes head and body
 * @param piece how many bytes go out at once
 * @param end what follows
 */
record Wire(byte[] bytes, int piece, End end) {
    /** What a server does after it has sent everything. */
    enum End {
        /** It waits for the next request. */
        KEEP,
        /** It closes the connection. */
        CLOSE,
        /** It resets the connection. */
        RESET,
        /** It sends nothing more until the client disconnects. */
        STALL,
        /** It sends the last piece again and again until the client disconnects. */
        REPEAT
    }

    /** A complete response with the correct length. */
    static Wire of(int status, byte[] body, String... headers) {
        String head = head(status, headers) + "Content-Length: " + body.length + "\r\n\r\n";
        return new Wire(bytes(head, body), Integer.MAX_VALUE, End.KEEP);
    }

    /** A response whose head is complete but for the blank line, and whatever follows it. */
    static Wire raw(String head, byte[] rest) {
        return new Wire(bytes(head, rest), Integer.MAX_VALUE, End.CLOSE);
    }

    /** The status line and headers, each with its line end. */
    static String head(int status, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Something\r\n");
        head.append("Content-Type: application/json\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    Wire ending(End end) {
        return new Wire(bytes, piece, end);
    }

    Wire inPieces(int size) {
        return new Wire(bytes, size, end);
    }

    Wire cut(int length) {
        return new Wire(java.util.Arrays.copyOf(bytes, length), piece, End.CLOSE);
    }

    /** The length of the head, its blank line included; everything if there is none. */
    int headLength() {
        int blank = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        return blank < 0 ? bytes.length : blank + 4;
    }

    /** Head as Latin-1, so that a test can put any byte there, and a body. */
    static byte[] bytes(String head, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }
}
