package dev.openvenue.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.simulator.VenueSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and who is not: a line of the security checklist each. */
final class GuardTest {
    private static final String NO_TOKEN =
            "401 {\"code\":\"token\",\"message\":\"Send the token that was printed at the"
                    + " start, as the header Authorization: Bearer <token>\"}";
    private static final String OTHER_ORIGIN =
            "403 {\"code\":\"origin\",\"message\":\"Pages of other origins have no access\"}";

    private static Workbench workbench;
    private static String server;

    @BeforeAll
    static void start() {
        workbench = Workbench.start(WorkbenchOptions.of(1, "bitget"));
        server = workbench.controlUrl();
    }

    @AfterAll
    static void stop() {
        workbench.close();
    }

    private static int port() {
        return URI.create(server).getPort();
    }

    static Stream<String> foreignHosts() {
        int port = port();
        return Stream.of(
                "evil.example",
                "evil.example:" + port,
                "127.0.0.1",
                "localhost",
                "localhost.:" + port,
                "LOCALHOST:" + port,
                "127.0.0.1:" + (port + 1),
                "127.0.0.1:" + port + "@evil.example",
                "0.0.0.0:" + port,
                "127.1:" + port,
                "");
    }

    @ParameterizedTest
    @MethodSource("foreignHosts")
    void anotherHostIsRejectedOnEveryPathEvenWithTheToken(String host) throws IOException {
        String rejected = "421 {\"code\":\"host\",\"message\":\"This server is not at that host; call it as 127.0.0.1:"
                + port() + "\"}";
        for (String path : List.of("/", "/api/status", "/api/events", "/nothing")) {
            assertThat(RawRequest.to(server, "GET", path)
                            .header("Host", host)
                            .token(workbench)
                            .outcome())
                    .isEqualTo(rejected);
        }
    }

    @Test
    void twoHostsAreRejected() throws IOException {
        assertThat(RawRequest.to(server, "GET", "/")
                        .host()
                        .header("Host", "evil.example")
                        .outcome())
                .startsWith("421 ");
    }

    @Test
    void aRequestWithoutAHostIsRejected() throws IOException {
        assertThat(RawRequest.to(server, "GET", "/").outcome()).startsWith("421 ");
    }

    @Test
    void thisMachineHasThreeNames() throws IOException {
        for (String host : List.of("127.0.0.1", "localhost", "[::1]")) {
            assertThat(RawRequest.to(server, "GET", "/api/status")
                            .header("Host", host + ":" + port())
                            .token(workbench)
                            .outcome())
                    .startsWith("200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "http://evil.example",
                "https://127.0.0.1",
                "http://127.0.0.1",
                "http://localhost:1",
                "file://",
                ""
            })
    void pagesOfOtherOriginsHaveNoAccess(String origin) throws IOException {
        assertThat(RawRequest.to(server, "GET", "/api/status")
                        .host()
                        .token(workbench)
                        .header("Origin", origin)
                        .outcome())
                .isEqualTo(OTHER_ORIGIN);
    }

    @Test
    void anOriginThatAgreesWithAForeignHostIsRejected() throws IOException {
        String rebound = "evil.example:" + port();
        assertThat(RawRequest.to(server, "GET", "/api/status")
                        .header("Host", rebound)
                        .header("Origin", "http://" + rebound)
                        .token(workbench)
                        .outcome())
                .startsWith("421 ");
    }

    @Test
    void theConsolesOwnOriginHasAccess() throws IOException {
        assertThat(RawRequest.to(server, "GET", "/api/status")
                        .host()
                        .token(workbench)
                        .header("Origin", server)
                        .header("Sec-Fetch-Site", "same-origin")
                        .outcome())
                .startsWith("200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "anything"})
    void whatABrowserCallsAnotherSiteHasNoAccess(String site) throws IOException {
        assertThat(RawRequest.to(server, "GET", "/")
                        .host()
                        .header("Sec-Fetch-Site", site)
                        .outcome())
                .isEqualTo(OTHER_ORIGIN);
    }

    @Test
    void anAddressThatIsTypedHasAccess() throws IOException {
        assertThat(RawRequest.to(server, "GET", "/")
                        .host()
                        .header("Sec-Fetch-Site", "none")
                        .outcome())
                .startsWith("200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/status",
                "/api/events",
                "/%61pi/status",
                "/%61pi/events",
                "/api/../api/status",
                "//api/status",
                "/api/venues/bitget/credentials",
                "/console/index.html",
                "/nothing"
            })
    void whateverIsNotTheConsolesOwnFileDemandsTheToken(String path) throws IOException {
        assertThat(RawRequest.to(server, "GET", path).host().outcome()).isEqualTo(NO_TOKEN);
    }

    @Test
    void theTokenOfAnEarlierStartIsRejected() throws IOException {
        String earlier;
        try (Workbench before = Workbench.start(WorkbenchOptions.of(1, "bitget"))) {
            earlier = before.token();
        }
        assertThat(earlier).isNotEqualTo(workbench.token()).matches("[0-9a-f]{48}");
        for (String given : List.of(
                "Bearer " + earlier,
                "Bearer ",
                "Bearer " + workbench.token() + "0",
                workbench.token(),
                "bearer " + workbench.token(),
                "Basic " + workbench.token())) {
            assertThat(RawRequest.to(server, "GET", "/api/status")
                            .host()
                            .header("Authorization", given)
                            .outcome())
                    .isEqualTo(NO_TOKEN);
        }
    }

    @Test
    void theTokenIsTakenFromTheHeaderAlone() throws IOException {
        String token = workbench.token();
        assertThat(RawRequest.to(server, "GET", "/api/status?token=" + token)
                        .host()
                        .header("Cookie", "token=" + token)
                        .outcome())
                .isEqualTo(NO_TOKEN);
        assertThat(workbench.consoleUrl()).isEqualTo(server + "/#token=" + token);
        assertThat(workbench).hasToString("Workbench[" + server + "]");
    }

    @Test
    void aPreflightGetsNoPermission() throws IOException {
        String response = RawRequest.to(server, "OPTIONS", "/api/state")
                .host()
                .header("Origin", "http://evil.example")
                .header("Access-Control-Request-Method", "DELETE")
                .send();
        assertThat(response).startsWith("HTTP/1.1 403 ");
        assertThat(response.toLowerCase(Locale.ROOT)).doesNotContain("access-control-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"})
    void whatAFormCouldSendChangesNothing(String type) throws IOException {
        assertThat(RawRequest.to(server, "POST", "/api/venues/bitget/orders")
                        .host()
                        .token(workbench)
                        .header("Content-Type", type)
                        .body("{\"side\":\"buy\",\"price\":\"1\",\"quantity\":\"1\"}")
                        .outcome())
                .isEqualTo("415 {\"code\":\"content-type\",\"message\":\"A POST has a body of Content-Type:"
                        + " application/json\"}");
        assertThat(workbench.venues().get(0).orders().all()).isEmpty();
    }

    @Test
    void aGetChangesNothing() throws IOException {
        for (String path : List.of("/api/state", "/api/venues/bitget/settings", "/api/venues/bitget/trades")) {
            assertThat(RawRequest.to(server, "GET", path)
                            .host()
                            .token(workbench)
                            .outcome())
                    .startsWith("405 {\"code\":\"method\"");
        }
    }

    @Test
    void aBodyThatIsTooLongIsRejected() throws IOException {
        assertThat(RawRequest.to(server, "POST", "/api/venues/bitget/orders")
                        .host()
                        .token(workbench)
                        .json("\"" + "x".repeat(ControlServer.LONGEST_BODY) + "\"")
                        .outcome())
                .isEqualTo("413 {\"code\":\"size\",\"message\":\"The body is longer than 1048576 bytes\"}");
    }

    @Test
    void everyResponseHasTheHeadersThatTieABrowsersHands() throws IOException {
        for (String path : List.of("/", "/main.js", "/api/status", "/nothing")) {
            List<String> headers = RawRequest.to(server, "GET", path)
                    .host()
                    .send()
                    .lines()
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .toList();
            assertThat(headers)
                    .as(path)
                    .contains(
                            "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';"
                                    + " connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none';"
                                    + " frame-ancestors 'none';"
                                    + " require-trusted-types-for 'script'; trusted-types 'none'",
                            "x-content-type-options: nosniff",
                            "referrer-policy: no-referrer",
                            "cross-origin-opener-policy: same-origin",
                            "cross-origin-resource-policy: same-origin",
                            "cache-control: no-store");
            assertThat(headers).noneMatch(line -> line.startsWith("access-control-") || line.startsWith("set-cookie"));
        }
    }

    @Test
    void noPathLeadsToAnotherFile() throws IOException {
        for (String path : List.of(
                "/console/index.html", "/../Workbench.class", "/..%2fWorkbench.class", "/index.html", "/main.js%00")) {
            assertThat(RawRequest.to(server, "GET", path)
                            .host()
                            .token(workbench)
                            .outcome())
                    .as(path)
                    .matches("(?s)40[04] .*");
        }
    }

    @Test
    void theServersListenOnThisMachineAlone() {
        assertThat(workbench.controlUrl()).startsWith("http://127.0.0.1:");
        assertThat(workbench.venues()).allMatch(venue -> venue.baseUrl().startsWith("http://127.0.0.1:"));
    }

    @Test
    void aVenueIsCalledByItsOwnHostAlone() throws IOException {
        VenueSimulator venue = workbench.venues().get(0);
        String page = "421 <html><head><title>This simulator is not at that host</title></head><body><h1>This simulator"
                + " is not at that host</h1></body></html>\n";
        String time = "/api/v2/public/time";
        assertThat(RawRequest.to(venue.baseUrl(), "GET", time).host().outcome()).startsWith("200 ");
        assertThat(RawRequest.to(venue.baseUrl(), "GET", time)
                        .header("Host", "evil.example")
                        .outcome())
                .isEqualTo(page);
        assertThat(RawRequest.to(venue.baseUrl(), "GET", time)
                        .host()
                        .header("Host", "evil.example")
                        .outcome())
                .isEqualTo(page);
    }

    @Test
    void aVenueHasNoControlPath() throws IOException {
        VenueSimulator venue = workbench.venues().get(0);
        assertThat(RawRequest.to(venue.baseUrl(), "GET", "/api/status")
                        .host()
                        .token(workbench)
                        .outcome())
                .startsWith("400 {\"code\":\"40404\"");
    }

    @Test
    void anAliasNamesAServerToo() throws IOException {
        WorkbenchOptions plain = WorkbenchOptions.of(1, "bitget");
        WorkbenchOptions aliased = new WorkbenchOptions(
                plain.venues(),
                0,
                0,
                InetAddress.getLoopbackAddress(),
                List.of("api.example"),
                1,
                false,
                plain.latency(),
                null,
                plain.keys(),
                plain.clock());
        try (Workbench other = Workbench.start(aliased)) {
            assertThat(RawRequest.to(other.venues().get(0).baseUrl(), "GET", "/api/v2/public/time")
                            .header("Host", "api.example")
                            .outcome())
                    .startsWith("200 ");
        }
    }

    @Test
    void whereOthersCanCallNamesAreStillRejected() throws IOException {
        WorkbenchOptions open = new WorkbenchOptions(
                List.of("bitget"),
                0,
                0,
                InetAddress.getByName("0.0.0.0"),
                List.of(),
                1,
                false,
                Duration.ZERO,
                null,
                Map.of(),
                InstantSource.system());
        assertThat(Hosts.allows("192.0.2.1:80", 80, open)).isTrue();
        assertThat(Hosts.allows("[2001:db8::1]:80", 80, open)).isTrue();
        assertThat(Hosts.allows("evil.example:80", 80, open)).isFalse();
        assertThat(Hosts.allows("192.0.2.1:81", 80, open)).isFalse();
        assertThat(Hosts.allows("192.0.2.1:80", 80, WorkbenchOptions.of(1))).isFalse();
    }
}
