package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.openvenue.core.TestApi.Order;
import dev.openvenue.core.TestApi.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class OperationTest {
    private final RecordedApi api = new RecordedApi();
    private final Operations operations = api.operations();

    @Test
    void callIsTheOneThatTheInterfacePrepares() {
        assertThat(operations.find("serverTime").call(Map.of())).isSameAs(api.prepared());
    }

    @Test
    void argumentsBecomeTheTypesOfTheMethod() {
        operations
                .find("orders")
                .call(Map.of(
                        "account-id", 123,
                        "symbols", List.of("btcusdt", "ethusdt"),
                        "side", "buy",
                        "start-time", "1562919832183",
                        "limit", new BigDecimal("100"),
                        "from-id", "9007199254740993",
                        "min-price", "0.00000001",
                        "openOnly", "true",
                        "X-Locale", true));

        assertThat(api.received())
                .containsExactly(
                        "123",
                        List.of("btcusdt", "ethusdt"),
                        new Side("buy"),
                        Instant.ofEpochMilli(1562919832183L),
                        100,
                        9007199254740993L,
                        new BigDecimal("0.00000001"),
                        true,
                        "true");
    }

    @Test
    void valuesThatHaveTheTypeAlreadyAreTaken() {
        operations
                .find("orders")
                .call(Map.of(
                        "side", new Side("buy"), "start-time", Instant.EPOCH, "min-price", new BigDecimal("1.10")));

        assertThat(api.received())
                .containsExactly(
                        null, null, new Side("buy"), Instant.EPOCH, null, null, new BigDecimal("1.10"), null, null);
    }

    @Test
    void decimalGivenAsTextHasNoExponent() {
        operations.find("orders").call(Map.of("account-id", new BigDecimal("1E-8")));

        assertThat(api.received()).startsWith("0.00000001");
    }

    @Test
    void nullIsNotGiven() {
        operations.find("orders").call(Collections.singletonMap("account-id", null));
        assertThat(api.received()).containsOnlyNulls();

        operations.find("orders").call(Collections.singletonMap("misspelt", null));
        assertThat(api.received()).containsOnlyNulls();
    }

    @Test
    void bodyIsTakenWholeOrByItsFields() {
        Map<String, Object> fields =
                Map.of("order-id", 7, "price", "1.10", "legs", List.of(Map.of("price", new BigDecimal("2"))));
        Order order = new Order("7", new BigDecimal("1.10"), List.of(new Order(null, new BigDecimal("2"), null)));

        operations.find("placeOrder").call(Map.of("account-id", "1", "body", fields));
        assertThat(api.received()).containsExactly("1", order);

        operations.find("placeOrder").call(fields);
        assertThat(api.received()).containsExactly(null, order);

        operations.find("placeOrder").call(Map.of("body", order));
        assertThat(api.received()).containsExactly(null, order);

        operations.find("placeOrder").call(Map.of());
        assertThat(api.received()).containsExactly(null, new Order(null, null, null));
    }

    @Test
    void bodyAndParameterMayBeListsOfModels() {
        List<Object> given = Arrays.asList(Map.of("order-id", "7"), null);
        List<@Nullable Order> orders = Arrays.asList(new Order("7", null, null), null);

        operations.find("placeOrders").call(Map.of("body", given));
        assertThat(api.received()).containsExactly(orders);

        operations.find("cancelOrders").call(Map.of("market", "btc_usdt", "data", given));
        assertThat(api.received()).containsExactly("btc_usdt", orders);

        operations.find("placeOrders").call(Map.of());
        assertThat(api.received()).containsOnlyNulls();
    }

    @Test
    void payloadBecomesATreeInTheVenuesNames() {
        List<Order> payload = List.of(new Order("7", new BigDecimal("1E-8"), List.of()));

        assertThat(operations.find("orders").tree(payload))
                .isEqualTo(List.of(Map.of("order-id", "7", "price", "0.00000001", "legs", List.of())));
        assertThat(operations.find("cancelOrders").tree(true)).isEqualTo(true);
        assertThat(operations.find("orders").tree(null)).isNull();
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void argumentsThatDoNotFitAreRejected(String id, Map<String, Object> arguments, String message) {
        Operation operation = operations.find(id);

        assertThatThrownBy(() -> operation.call(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(api.received()).isNull();
    }

    static Stream<Arguments> rejected() {
        String takes =
                "; it takes account-id, symbols, side, start-time, limit, from-id, min-price, openOnly, X-Locale";
        String lost = ": there is no such field in Order, or its value is empty";
        return Stream.of(
                rejection("orders", "limt", 1, "Testex's orders takes no limt" + takes),
                rejection("serverTime", "zone", "UTC", "Testex's serverTime takes no zone; it takes nothing"),
                rejection("placeOrders", "price", 1, "Testex's placeOrders takes no price; it takes body"),
                rejection("orders", "account-id", List.of("a"), "as account-id but was given a list", "text"),
                rejection("orders", "side", Map.of("wire", "buy"), "as side but was given an object", "text"),
                rejection("orders", "symbols", "a,b", "as symbols but was given 'a,b'", "a list"),
                rejection("orders", "symbols", List.of(1.5), "as symbols[0] but was given 1.5 (Double)", "text"),
                rejection(
                        "orders",
                        "start-time",
                        "2020-01-01",
                        "as start-time but was given '2020-01-01'",
                        "a time in epoch milliseconds"),
                rejection(
                        "orders",
                        "limit",
                        3000000000L,
                        "as limit but was given 3000000000 (Long)",
                        "a whole number of 32 bits"),
                rejection(
                        "orders",
                        "from-id",
                        new BigDecimal("1.5"),
                        "as from-id but was given 1.5 (BigDecimal)",
                        "a whole number of 64 bits"),
                rejection("orders", "min-price", 0.1, "as min-price but was given 0.1 (Double)", "a decimal number"),
                rejection("orders", "min-price", "", "as min-price but was given ''", "a decimal number"),
                rejection("orders", "openOnly", "yes", "as openOnly but was given 'yes'", "true or false"),
                rejection("placeOrder", "prize", "1", "Testex's placeOrder would not send prize" + lost),
                rejection("placeOrder", "price", "", "Testex's placeOrder would not send price" + lost),
                rejection(
                        "placeOrder",
                        "body",
                        Map.of("legs", List.of(Map.of("price", 1), Map.of("prize", 2))),
                        "Testex's placeOrder would not send body.legs[1].prize" + lost),
                rejection(
                        "placeOrder",
                        "legs",
                        List.of(Map.of("price", 0.1)),
                        "as legs[0].price but was given 0.1 (Double)",
                        "a decimal number"),
                rejection(
                        "placeOrder",
                        "price",
                        "abc",
                        "Testex's placeOrder cannot take its fields: Expected a number but was 'abc' at $.price"),
                rejection(
                        "placeOrder",
                        "body",
                        "{}",
                        "Testex's placeOrder cannot take body: "
                                + "Expected BEGIN_OBJECT but was {}, a java.lang.String, at path $"),
                Arguments.of(
                        "placeOrder",
                        Map.of("body", Map.of("price", 1), "price", 2),
                        "Testex's placeOrder was given a body and beside it price; "
                                + "put all fields into the body, or give all of them without it"));
    }

    @Test
    void rejectionOfTheInterfaceComesThroughAsItIs() {
        IllegalStateException rejection = new IllegalStateException("closed");
        Operations closed = RecordedApi.operations((proxy, method, arguments) -> {
            throw rejection;
        });

        assertThatThrownBy(() -> closed.find("serverTime").call(Map.of())).isSameAs(rejection);
    }

    private static Arguments rejection(String id, String name, Object value, String message) {
        return Arguments.of(id, Map.of(name, value), message);
    }

    private static Arguments rejection(String id, String name, Object value, String given, String kind) {
        return Arguments.of(id, Map.of(name, value), "Testex's " + id + " takes " + kind + " " + given);
    }
}
