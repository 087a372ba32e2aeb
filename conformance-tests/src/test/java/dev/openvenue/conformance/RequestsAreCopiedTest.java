package dev.openvenue.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.bitget.BitgetClient;
import dev.openvenue.bitget.model.BatchResult;
import dev.openvenue.bitget.model.NewOrder;
import dev.openvenue.bitget.model.OrderSide;
import dev.openvenue.bitget.model.OrderType;
import dev.openvenue.bitget.model.PlaceOrdersRequest;
import dev.openvenue.bitget.model.TimeInForce;
import dev.openvenue.core.VenueCall;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import okhttp3.Request;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** What was validated is what is sent, however often, and even if the list that a request was built from changes. */
final class RequestsAreCopiedTest {
    private final PageScript venue = new PageScript();

    @Test
    void secondExecutionSendsAndChecksTheOrdersOfTheFirst() throws IOException {
        venue.respondAlways("{\"code\":\"00000\",\"data\":{\"successList\":[],\"failureList\":[]}}");
        List<NewOrder> orders = new ArrayList<>(List.of(order("a"), order("b")));
        PlaceOrdersRequest request =
                PlaceOrdersRequest.builder().symbol("BTCUSDT").orderList(orders).build();
        VenueCall<BatchResult> call =
                ((BitgetClient) venue.client("bitget")).trade().placeOrders(request);

        call.execute();
        orders.set(0, order("c"));
        orders.set(1, NewOrder.builder().build());
        call.execute();

        assertThat(request.orderList()).containsExactly(order("a"), order("b"));
        assertThat(venue.requests()).hasSize(2);
        assertThat(body(venue.requests().get(0)))
                .contains("\"clientOid\":\"a\"", "\"clientOid\":\"b\"")
                .isEqualTo(body(venue.requests().get(1)));
    }

    private static NewOrder order(String clientOid) {
        return NewOrder.builder()
                .side(OrderSide.BUY)
                .orderType(OrderType.LIMIT)
                .force(TimeInForce.GTC)
                .price(BigDecimal.TEN)
                .size(BigDecimal.ONE)
                .clientOid(clientOid)
                .build();
    }

    private static String body(Request request) throws IOException {
        Buffer buffer = new Buffer();
        Objects.requireNonNull(request.body()).writeTo(buffer);
        return buffer.readUtf8();
    }
}
