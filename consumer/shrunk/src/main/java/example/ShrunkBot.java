package example;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.NewOrder;
import dev.openvenue.bitget.model.OpenOrder;
import dev.openvenue.bitget.model.OrderSide;
import dev.openvenue.bitget.model.OrderType;
import dev.openvenue.bitget.model.PlaceOrderRequest;
import dev.openvenue.bitget.model.TimeInForce;
import dev.openvenue.core.VenueProvider;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.core.place.PlaceReport;
import dev.openvenue.core.signing.Credentials;
import dev.openvenue.core.signing.SigningKeys;
import java.math.BigDecimal;
import java.util.List;
import java.util.ServiceLoader;

/** Places three orders and cancels them. Its names, and those of the SDK, are gone when it runs; so is what nobody uses. */
public final class ShrunkBot {
    private ShrunkBot() {}

    public static void main(String[] arguments) {
        require(arguments[0].startsWith("http://127.0.0.1:"), "It calls this machine only");
        try (BitgetClient bitget = BitgetClient.builder()
                .baseUrl(arguments[0])
                .credentials(Credentials.of("key", "passphrase", SigningKeys.hmacSha256("secret")))
                .build()) {
            String first = bitget.trade()
                    .placeOrder(PlaceOrderRequest.builder()
                            .symbol("BTCUSDT")
                            .side(OrderSide.BUY)
                            .orderType(OrderType.LIMIT)
                            .force(TimeInForce.GTC)
                            .price(BigDecimal.TEN)
                            .size(BigDecimal.ONE)
                            .build())
                    .execute()
                    .orderId();
            NewOrder order = NewOrder.builder()
                    .symbol("BTCUSDT")
                    .side(OrderSide.BUY)
                    .orderType(OrderType.LIMIT)
                    .force(TimeInForce.POST_ONLY)
                    .price(BigDecimal.TEN)
                    .size(BigDecimal.ONE)
                    .build();
            PlaceReport<NewOrder> placed = bitget.batchPlace().place(List.of(order, order));
            require(placed.placed(), "The orders must be placed: " + placed);
            List<OpenOrder> open = bitget.trade().listOpenOrders().items().toList();
            require(open.size() == 3 && open.stream().anyMatch(row -> row.orderId().equals(first)), "Open: " + open);

            CancelReport report = bitget.batchCancel()
                    .cancel(open.stream()
                            .map(row -> OrderRef.byOrderId("BTCUSDT", row.orderId()))
                            .toList());
            require(report.resolved(), "The orders must be cancelled: " + report);
        }
        for (VenueProvider provider : ServiceLoader.load(VenueProvider.class)) {
            System.out.println(provider.id() + " " + OrderRef.class.getName());
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }
}
