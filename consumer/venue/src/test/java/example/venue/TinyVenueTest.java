package example.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.openvenue.core.cancel.BatchCancel;
import dev.openvenue.core.cancel.CancelOutcome.Status;
import dev.openvenue.core.cancel.CancelReport;
import dev.openvenue.core.cancel.OrderRef;
import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.VenueSimulator;
import dev.openvenue.tiny.TinyClient;
import dev.openvenue.tiny.model.Order;
import dev.openvenue.tiny.model.OrderSide;
import dev.openvenue.tiny.model.PlaceOrderRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A venue from elsewhere has all that OpenVenue's own have: its client, its simulator, and the batch cancel. */
class TinyVenueTest {
    @Test
    void ordersArePlacedAndCancelledInBatchesAlsoAmongFaults() {
        try (VenueSimulator simulator = VenueSimulator.start("tiny");
                TinyClient tiny = TinyClient.builder()
                        .baseUrl(simulator.baseUrl())
                        .credentials(simulator.credentials())
                        .build()) {
            List<OrderRef> orders = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                Order order = tiny.trade()
                        .placeOrder(PlaceOrderRequest.builder()
                                .symbol("BTCUSDT")
                                .side(OrderSide.BUY)
                                .price(new BigDecimal(10_000 + i))
                                .size(new BigDecimal("0.01"))
                                .build())
                        .execute();
                orders.add(OrderRef.byOrderId(order.id()));
            }
            simulator.faults().on("cancelOrders").next(Fault.dropAfterExecution());

            CancelReport report = BatchCancel.of(tiny).cancel(orders);

            assertEquals(25L, report.counts().get(Status.CANCELLED));
            assertEquals(List.of(), tiny.trade().listOpenOrders().execute());
            assertEquals(25, simulator.completedActions().cancelledOrderIds().size());
        }
    }
}
