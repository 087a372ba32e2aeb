package dev.openvenue.workbench;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in. That a server listens on this machine alone is no boundary: any page in the browser is on this
 * machine, too. So a request must name this server, must not come from another page, and must have the token; nothing
 * answers with a CORS header, so no page can ask for an exception.
 */
final class Guard {
    private static final String BEARER = "Bearer ";

    private final byte[] token;
    private final int port;
    private final WorkbenchOptions options;

    Guard(String token, int port, WorkbenchOptions options) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.port = port;
        this.options = options;
    }

    /** Checks from where a request comes, on every path. */
    void checkSource(Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1 || !Hosts.allows(hosts.get(0), port, options)) {
            throw new ControlException(421, "host", "This server is not at that host; call it as 127.0.0.1:" + port);
        }
        for (String origin : headers.getOrDefault("Origin", List.of())) {
            if (!Hosts.allowsOrigin(origin, port, options)) {
                throw new ControlException(403, "origin", "Pages of other origins have no access");
            }
        }
        for (String site : headers.getOrDefault("Sec-Fetch-Site", List.of())) {
            if (!site.equals("same-origin") && !site.equals("none")) {
                throw new ControlException(403, "origin", "Pages of other origins have no access");
            }
        }
    }

    /** Checks the token, in a time that says nothing about it. */
    void checkToken(Headers headers) {
        String given = headers.getFirst("Authorization");
        boolean right = given != null
                && given.startsWith(BEARER)
                && MessageDigest.isEqual(given.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), token);
        if (!right) {
            throw new ControlException(
                    401,
                    "token",
                    "Send the token that was printed at the start, as the header Authorization: Bearer <token>");
        }
    }

    static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json");
    }
}
