package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.OrdersServer.HttpClient;
import dev.openvenue.core.engine.OperationsGateway;
import dev.openvenue.core.engine.VenueGateway;
import dev.openvenue.core.engine.VenueGateway.Limit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a run is told about the operations of a generated client. */
final class OperationsGatewayTest {
    @Test
    void operationsOfOneGroupShareTheirLimitAndAllOfThemThatOfTheVenue() {
        Limit every = new Limit("*", 20, Duration.ofMinutes(1));
        try (LimitedClient client = LimitedClient.builder().build()) {
            VenueGateway venue = new OperationsGateway(client, true);

            Limit orders = new Limit("orders", 5, Duration.ofSeconds(1));
            assertThat(venue.limits("place")).containsExactly(orders, every);
            assertThat(venue.limits("cancel")).containsExactly(orders, every);
            assertThat(venue.limits("status")).containsExactly(new Limit("status", 2, Duration.ofSeconds(1)), every);
            assertThat(venue.limits("news")).containsExactly(every);
        }
    }

    @Test
    void argumentsThatTheSpecDemandsAreKnown() throws Exception {
        OrdersServer server = new OrdersServer();
        server.web.start();
        try (HttpClient client = server.client()) {
            VenueGateway venue = new OperationsGateway(client, true);

            assertThat(venue.requires("lookup", "id")).isTrue();
            assertThat(venue.requires("open", "symbol")).isFalse();
        } finally {
            server.web.close();
        }
    }
}
