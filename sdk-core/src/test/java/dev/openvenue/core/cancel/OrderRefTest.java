package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class OrderRefTest {
    @Test
    void anOrderIsShownBySymbolKindAndId() {
        assertThat(OrderRef.byOrderId("BTCUSDT", "42")).hasToString("BTCUSDT order 42");
        assertThat(OrderRef.byClientOrderId("BTCUSDT", "mine-1")).hasToString("BTCUSDT client order mine-1");
        assertThat(OrderRef.byOrderId("42")).hasToString("order 42");
        assertThat(OrderRef.byClientOrderId("mine-1")).hasToString("client order mine-1");
    }

    @Test
    void theCategoryBelongsToTheOrder() {
        OrderRef spot = OrderRef.byOrderId("BTCUSDT", "42");
        OrderRef futures = spot.inCategory("USDT-FUTURES");

        assertThat(futures).isNotEqualTo(spot).hasToString("USDT-FUTURES BTCUSDT order 42");
        assertThat(futures.category()).isEqualTo("USDT-FUTURES");
        assertThat(spot.category()).isNull();
        assertThatThrownBy(() -> spot.inCategory(" "))
                .hasMessage("The category is blank; leave it out for the venue's default");
    }

    @Test
    void aNameThatNamesNothingIsRejected() {
        assertThatThrownBy(() -> OrderRef.byOrderId("BTCUSDT", " "))
                .hasMessage("The order id is blank; an order without an id cannot be cancelled");
        assertThatThrownBy(() -> OrderRef.byClientOrderId("BTCUSDT", ""))
                .hasMessage("The client order id is blank; an order without an id cannot be cancelled");
        assertThatThrownBy(() -> OrderRef.byOrderId("", "42"))
                .hasMessage("The symbol is blank; leave it out if the venue needs none");
        assertThatThrownBy(() -> new OrderRef("BTCUSDT", null, null))
                .hasMessage("An order is named by its order id or by its client order id: give exactly one");
        assertThatThrownBy(() -> new OrderRef("BTCUSDT", "1", "2"))
                .hasMessage("An order is named by its order id or by its client order id: give exactly one");
    }

    @Test
    void blanksAroundAnIdAreRejected() {
        assertThatThrownBy(() -> OrderRef.byOrderId("BTC", "123 "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The order id \"123 \" begins or ends with blanks, with which no venue's response agrees; strip it");
        assertThatThrownBy(() -> OrderRef.byClientOrderId("BTC", " c")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OrderRef.byOrderId(" BTC", "1")).isInstanceOf(IllegalArgumentException.class);
    }
}
