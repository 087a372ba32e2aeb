package example;

import com.sun.net.httpserver.HttpServer;
import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.ServerTime;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Makes a call to a server of its own, and fails unless there is one OkHttp and the SDK says which version it is. */
public final class Bot {
    private static final String RESPONSE =
            "{\"code\":\"00000\",\"msg\":\"success\",\"data\":{\"serverTime\":\"1700000000000\"}}";

    private Bot() {}

    public static void main(String[] arguments) throws IOException {
        String version = arguments[0];
        AtomicReference<String> agent = new AtomicReference<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            agent.set(exchange.getRequestHeaders().getFirst("User-Agent"));
            byte[] response = RESPONSE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
            exchange.close();
        });
        server.start();
        try (BitgetClient bitget = BitgetClient.builder()
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .build()) {
            ServerTime time = bitget.reference().getServerTime().execute();
            require(time.serverTime().toEpochMilli() == 1_700_000_000_000L, "The time must be the server's: " + time);
        } finally {
            server.stop(0);
        }
        require(agent.get().equals("openvenue-java/" + version), "The SDK must name itself: " + agent);
        String manifest = BitgetClient.class.getPackage().getImplementationVersion();
        require(Objects.equals(manifest, version), "The manifest must name the version: " + manifest);

        List<URL> okHttp = Collections.list(Bot.class.getClassLoader().getResources("okhttp3/OkHttpClient.class"));
        require(okHttp.size() == 1, "There must be exactly one OkHttp: " + okHttp);
        long jars = System.getProperty("java.class.path").lines()
                .flatMap(path -> List.of(path.split(File.pathSeparator)).stream())
                .filter(path -> path.endsWith(".jar"))
                .count();
        System.out.println(agent + " called from a class path of " + jars + " jars");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
