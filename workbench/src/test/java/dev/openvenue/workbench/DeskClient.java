package dev.openvenue.workbench;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.GetOrderRequest;
import dev.openvenue.bitget.model.OrderSide;
import dev.openvenue.bitget.model.OrderStatus;
import dev.openvenue.bitget.model.OrderType;
import dev.openvenue.bitget.model.PlaceOrderRequest;
import dev.openvenue.bitget.model.TimeInForce;
import dev.openvenue.core.RetryPolicy;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKey;
import dev.openvenue.core.signing.SigningKeys;
import dev.openvenue.simulator.InventedKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/** What a program does at a simulated venue. */
final class DeskClient {
    private static final String PLACE = "/api/v2/spot/trade/place-order";

    private DeskClient() {}

    static InventedKey key(Workbench workbench) {
        return workbench.venues().get(0).accounts().get(0).inventedKey(SigningKey.Algorithm.HMAC_SHA256);
    }

    /** A client of the first venue, which is Bitget. */
    static BitgetClient bitget(Workbench workbench) {
        InventedKey key = key(workbench);
        return BitgetClient.builder()
                .baseUrl(workbench.venues().get(0).baseUrl())
                .credentials(Credentials.of(
                        key.apiKey(), String.valueOf(key.passphrase()), SigningKeys.hmacSha256(key.secret())))
                .retryPolicy(RetryPolicy.none())
                .build();
    }

    /** Places a limit order for 0.01; returns its id. */
    static String place(BitgetClient bitget, String price, String clientOrderId) {
        return Objects.requireNonNull(bitget.trade()
                .placeOrder(PlaceOrderRequest.builder()
                        .symbol("BTCUSDT")
                        .side(OrderSide.BUY)
                        .orderType(OrderType.LIMIT)
                        .force(TimeInForce.GTC)
                        .price(new BigDecimal(price))
                        .size(new BigDecimal("0.01"))
                        .clientOid(clientOrderId)
                        .build())
                .execute()
                .orderId());
    }

    static OrderStatus status(BitgetClient bitget, String orderId) {
        return Objects.requireNonNull(bitget.trade()
                .getOrder(GetOrderRequest.builder().orderId(orderId).build())
                .execute()
                .get(0)
                .status());
    }

    /** Signs one body and sends another one; returns the status. */
    static int postSigned(Workbench workbench, String signed, String sent) throws IOException, InterruptedException {
        InventedKey key = key(workbench);
        String timestamp = Long.toString(System.currentTimeMillis());
        byte[] signature = SigningKeys.hmacSha256(key.secret())
                .sign((timestamp + "POST" + PLACE + signed).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(workbench.venues().get(0).baseUrl() + PLACE))
                .header("ACCESS-KEY", key.apiKey())
                .header("ACCESS-SIGN", Base64.getEncoder().encodeToString(signature))
                .header("ACCESS-TIMESTAMP", timestamp)
                .header("ACCESS-PASSPHRASE", String.valueOf(key.passphrase()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(sent))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** A reader of events, which has been let in. */
    static Socket events(Workbench workbench) throws IOException {
        URI server = URI.create(workbench.controlUrl());
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        String head = "GET /api/events HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nAuthorization: Bearer "
                + workbench.token() + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 200".length());
        if (!new String(status, StandardCharsets.UTF_8).equals("HTTP/1.1 200")) {
            throw new IOException("Not let in");
        }
        return socket;
    }
}
