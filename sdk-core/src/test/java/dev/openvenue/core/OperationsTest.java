package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.annotation.OperationId;
import dev.openvenue.core.annotation.OperationMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OperationsTest {
    private final Operations operations = new RecordedApi().operations();

    @Test
    void idsAreThoseOfTheAnnotatedMethods() {
        assertThat(operations.ids())
                .containsExactly("cancelOrders", "orders", "placeOrder", "placeOrders", "serverTime");
    }

    @Test
    void operationStatesWhatItsMethodSays() throws Exception {
        Operation orders = operations.find("orders");

        assertThat(orders.id()).isEqualTo("orders");
        assertThat(orders.signed()).isTrue();
        assertThat(orders.permission()).isEqualTo("read");
        assertThat(orders.page()).isNull();
        assertThat(orders.batchLimit()).isNull();
        assertThat(orders.parameters())
                .containsExactly(
                        "account-id",
                        "symbols",
                        "side",
                        "start-time",
                        "limit",
                        "from-id",
                        "min-price",
                        "openOnly",
                        "X-Locale");
        assertThat(operations.find("placeOrder").parameters()).containsExactly("account-id", "body");
        assertThat(operations.find("serverTime").signed()).isFalse();
        assertThat(operations.find("serverTime").permission()).isEmpty();
        assertThat(orders).hasToString("Operation[Testex orders]");
    }

    @Test
    void unknownOperationIsRejectedWithThoseThatAreSpelledAlike() {
        assertThatThrownBy(() -> operations.find("cancelOrder"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Testex has no operation 'cancelOrder'; did you mean cancelOrders?");
        assertThatThrownBy(() -> operations.find("withdraw"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Testex has no operation 'withdraw'; "
                        + "it has cancelOrders, orders, placeOrder, placeOrders, serverTime");
    }

    interface Twice {
        @OperationId("serverTime")
        VenueCall<Long> time();
    }

    @Test
    void idThatStandsTwiceIsRejected() {
        assertThatThrownBy(() -> OperationMetadata.of("Testex", List.of(TestApi.class, Twice.class)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Testex has two operations with the id serverTime; generate it again from its spec");
    }
}
