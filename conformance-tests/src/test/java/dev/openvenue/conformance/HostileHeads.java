package dev.openvenue.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.openvenue.conformance.Spoiled.Kind;
import dev.openvenue.conformance.Wire.End;
import java.util.List;
import java.util.random.RandomGenerator;

/** Responses whose status, headers or length are wrong, and servers that stop halfway. */
final class HostileHeads {
    private static final List<Integer> STATUSES = List.of(
            200, 201, 202, 203, 204, 205, 206, 226, 300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 407,
            408, 409, 410, 413, 418, 421, 425, 429, 451, 500, 501, 502, 503, 504, 520, 599, 600, 999);
    private static final List<String> HEADERS = List.of(
            "Retry-After: 999999999",
            "Retry-After: 99999999999999999999",
            "Retry-After: -5",
            "Retry-After: 1e9",
            "Retry-After: soon",
            "Retry-After: Fri, 31 Dec 2099 23:59:59 GMT",
            "Retry-After: ",
            "Date: Thu, 01 Jan 1970 00:00:00 GMT",
            "Date: never",
            "X-HB-RateLimit-Requests-Remain: -1",
            "X-HB-RateLimit-Requests-Expire: 99999999999999999999",
            "X-HB-RateLimit-Requests-Remain: 0\r\nX-HB-RateLimit-Requests-Expire: 9223372036854775807",
            "Content-Type: text/html; charset=klingon",
            "Content-Type: ;;;",
            "Content-Type: application/json; charset=utf-16",
            "Location: http://127.0.0.1:1/",
            "Location: \u00ff",
            "WWW-Authenticate: Basic",
            "Set-Cookie: a=b; Domain=.com; Path=/",
            "Connection: close",
            "Connection: upgrade\r\nUpgrade: h2c",
            "Content-Encoding: br",
            "Content-Encoding: ",
            "X: \u00e9\u00ff\u0080",
            "X: \u0001\u0007",
            "X:",
            ": x",
            "no colon at all",
            " folded",
            "X: " + "x".repeat(20_000),
            "X: y\r\n".repeat(400) + "X: y");
    private static final List<String> STATUS_LINES = List.of(
            "",
            "\r\n",
            "garbage",
            "HTTP/1.1",
            "HTTP/1.1 ",
            "HTTP/1.1 abc OK",
            "HTTP/1.1 -20 OK",
            "HTTP/1.1 2000 OK",
            "HTTP/1.1 99999999999 OK",
            "HTTP/0.9 200 OK",
            "HTTP/2 200 OK",
            "HTTP/9.9 200 OK",
            "ICY 200 OK",
            "http/1.1 200 ok",
            "HTTP/1.1\t200 OK",
            "HTTP/1.1 200OK",
            "\u0000\u0001\u0002",
            "\u0016\u0003\u0001\u0002",
            "PRI * HTTP/2.0",
            "invented-key invented-passphrase \u0007\u001b[31m",
            "x".repeat(20_000));

    private HostileHeads() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind("status", (response, random) -> {
                    int status = Spoiled.any(STATUSES, random);
                    return whole("of " + status, response, status);
                }),
                new Kind("status with a header", (response, random) -> {
                    int status = Spoiled.any(STATUSES, random);
                    String header = Spoiled.any(HEADERS, random);
                    return whole("of " + status + " and " + shown(header), response, status, header);
                }),
                new Kind("header", (response, random) -> {
                    String header = Spoiled.any(HEADERS, random);
                    return whole(shown(header), response, response.status(), header);
                }),
                new Kind("status line", HostileHeads::statusLine),
                new Kind("interim status", (response, random) -> {
                    String head = Wire.head(100 + random.nextInt(5)) + "\r\n";
                    return new Spoiled("", Wire.raw(head, new byte[0]), true);
                }),
                new Kind("head cut", (response, random) -> {
                    Wire wire = wire(response);
                    int length = random.nextInt(wire.headLength());
                    return new Spoiled("after " + length + " bytes", wire.cut(length), true);
                }),
                new Kind("body cut", (response, random) -> {
                    Wire wire = wire(response);
                    int length = wire.headLength() + random.nextInt(wire.bytes().length - wire.headLength());
                    return new Spoiled("after " + length + " bytes", wire.cut(length), true);
                }),
                new Kind("length", HostileHeads::length),
                new Kind(
                        "no length",
                        (response, random) -> new Spoiled(
                                "", Wire.raw(Wire.head(response.status()) + "\r\n", body(response)), asItIs(response))),
                new Kind(
                        "reset",
                        (response, random) -> new Spoiled("", wire(response).ending(End.RESET), asItIs(response))),
                new Kind(
                        "byte by byte",
                        (response, random) ->
                                new Spoiled("", wire(response).inPieces(1 + random.nextInt(64)), asItIs(response))),
                new Kind(
                        "nothing",
                        (response, random) -> new Spoiled("", wire(response).cut(0), true)));
    }

    /** What takes a whole timeout, and is therefore rare. */
    static List<Kind> costly() {
        return List.of(
                stall("stall", (wire, random) -> wire.cut(random.nextInt(wire.bytes().length))),
                stall("stall before the response", (wire, random) -> wire.cut(0)),
                new Kind("interim statuses without end", (response, random) -> repeated(Wire.head(103) + "\r\n", "")),
                new Kind("headers without end", (response, random) -> repeated(Wire.head(200), "X: y\r\n")),
                new Kind(
                        "body that trickles without end",
                        (response, random) -> repeated(Wire.head(200) + "\r\n", "{\"a\":1,")),
                new Kind("blanks without end", (response, random) -> repeated(Wire.head(200) + "\r\n", "  ")));
    }

    /** Cuts what is sent; the connection stays open. */
    @FunctionalInterface
    private interface Cut {
        Wire of(Wire wire, RandomGenerator random);
    }

    private static Kind stall(String name, Cut cut) {
        return new Kind(name, (response, random) -> {
            Wire wire = cut.of(wire(response), random);
            return new Spoiled("after " + wire.bytes().length + " bytes", wire.ending(End.STALL), true);
        });
    }

    private static Spoiled repeated(String head, String again) {
        String repeated = again.isEmpty() ? head : again;
        Wire wire = Wire.raw(again.isEmpty() ? head : head + again, new byte[0]);
        return new Spoiled("", wire.inPieces(repeated.length()).ending(End.REPEAT), true);
    }

    private static Spoiled whole(String place, IntactResponse response, int status, String... headers) {
        // Some of these have no body at all; what follows must not be taken for the next response.
        Wire wire = Wire.of(status, body(response), headers).ending(End.CLOSE);
        return new Spoiled(place, wire, response.mustFail(status, response.text()));
    }

    private static Spoiled statusLine(IntactResponse response, RandomGenerator random) {
        String line = Spoiled.any(STATUS_LINES, random);
        String head = line + "\r\nContent-Length: " + body(response).length + "\r\n\r\n";
        return new Spoiled(shown(line), Wire.raw(head, body(response)), asItIs(response));
    }

    private static Spoiled length(IntactResponse response, RandomGenerator random) {
        int right = body(response).length;
        List<String> shorter = List.of("Content-Length: " + random.nextInt(right));
        List<String> others = List.of(
                "Content-Length: " + (right + 1 + random.nextInt(1_000)),
                "Content-Length: 9223372036854775807",
                "Content-Length: 99999999999999999999",
                "Content-Length: -5",
                "Content-Length: many",
                "Content-Length: ",
                "Content-Length: " + right + "\r\nContent-Length: 5",
                "Content-Length: " + right + "\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity");
        boolean tooShort = random.nextInt(3) == 0;
        String header = Spoiled.any(tooShort ? shorter : others, random);
        String head = Wire.head(response.status(), header) + "\r\n";
        return new Spoiled(header, Wire.raw(head, body(response)), tooShort || asItIs(response));
    }

    private static boolean asItIs(IntactResponse response) {
        return response.mustFail(response.status(), response.text());
    }

    private static Wire wire(IntactResponse response) {
        return Wire.of(response.status(), body(response));
    }

    private static byte[] body(IntactResponse response) {
        return response.text().getBytes(UTF_8);
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
