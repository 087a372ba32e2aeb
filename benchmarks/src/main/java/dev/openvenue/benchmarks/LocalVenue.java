package dev.openvenue.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** A server on 127.0.0.1 that reads a request to its end and always gives the same response to a path. */
final class LocalVenue implements AutoCloseable {
    static final String BITGET_CANCEL = "/api/v2/spot/trade/cancel-order";
    static final String BITGET_FILLS = "/api/v2/spot/trade/fills";
    static final String BITGET_PLACES = "/api/v2/spot/trade/batch-orders";
    static final String ORDER_ID = "356501495694025";

    private static final Map<String, byte[]> RESPONSES = Map.of(
            BITGET_CANCEL,
            json("{'code':'00000','msg':'success','requestTime':1234567891234," + "'data':{'orderId':'" + ORDER_ID
                    + "','clientOid':'xx001'}}"),
            BITGET_PLACES,
            json("{'code':'00000','msg':'success','requestTime':1234567891234,"
                    + "'data':{'successList':[],'failureList':[]}}"),
            BITGET_FILLS,
            Documents.BITGET_FILLS.response(),
            "/v1/order/openOrders",
            Documents.HTX_ORDERS.response(),
            "/v1/order/orders/" + ORDER_ID + "/submitcancel",
            json("{'status':'ok','data':'" + ORDER_ID + "'}"));

    private final HttpServer server;

    LocalVenue() {
        try {
            server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The local venue cannot listen on 127.0.0.1", e);
        }
        server.createContext("/", LocalVenue::respond);
        server.start();
    }

    /** The response to a path of these venues. */
    static byte[] response(String path) {
        byte[] response = RESPONSES.get(path);
        if (response == null) {
            throw new IllegalArgumentException("The local venue has no response to " + path + "; add it to RESPONSES");
        }
        return response;
    }

    private static void respond(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] response = response(exchange.getRequestURI().getPath());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, response.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(response);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static byte[] json(String singleQuoted) {
        return singleQuoted.replace('\'', '"').getBytes(UTF_8);
    }
}
