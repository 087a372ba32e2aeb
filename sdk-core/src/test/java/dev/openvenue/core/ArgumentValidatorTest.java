package dev.openvenue.core;

import static dev.openvenue.core.SampleVenue.asyncFailure;
import static dev.openvenue.core.SampleVenue.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.SampleApi.NewOrder;
import dev.openvenue.core.SampleApi.NewOrders;
import dev.openvenue.core.SampleApi.Side;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.NotSentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ArgumentValidatorTest {
    @RegisterExtension
    final SampleVenue venue = new SampleVenue();

    @AfterEach
    void nothingWasSent() {
        assertThat(venue.server.getRequestCount()).isZero();
    }

    @Test
    void numberAboveTheMaximumIsRejected() {
        assertRejected(
                venue.api().openOrders("BTC", null, null, null, null, 101),
                "limit is 101, above the maximum of 100 that Sample allows for openOrders; nothing was sent");
    }

    @Test
    void numberBelowTheMinimumIsRejected() {
        assertRejected(
                venue.api().openOrders("BTC", null, null, null, null, 0),
                "limit is 0, below the minimum of 1 that Sample allows for openOrders; nothing was sent");
    }

    @Test
    void textThatDoesNotMatchIsRejected() {
        assertRejected(
                venue.api().openOrders("btc", null, null, null, null, null),
                "symbol is 'btc', which does not match [A-Z]+ as Sample requires for openOrders; nothing was sent");
    }

    @Test
    void missingParameterIsRejected() {
        assertRejected(
                venue.api().cancelOrders(null, List.of("1"), null),
                "symbol is missing; Sample requires it for cancelOrders; nothing was sent");
    }

    @Test
    void blankParameterIsRejected() {
        assertRejected(
                venue.api().cancelOrders(" ", List.of("1"), null),
                "symbol is blank; Sample requires it for cancelOrders; nothing was sent");
    }

    @Test
    void missingPartOfThePathIsRejected() {
        assertRejected(
                venue.api().findOrder(null, null),
                "orderId is missing; Sample requires it for findOrder; nothing was sent");
    }

    @Test
    void missingBodyIsRejected() {
        assertRejected(
                venue.api().placeOrder(null), "body is missing; Sample requires it for placeOrder; nothing was sent");
    }

    @Test
    void missingBodyThatShouldHoldAListIsRejected() {
        assertRejected(
                venue.api().placeOrders(null), "body is missing; Sample requires it for placeOrders; nothing was sent");
    }

    @Test
    void absentElementInTheBodyIsRejected() {
        assertRejected(
                venue.api().placeOrders(new NewOrders(Arrays.asList(NewOrder.BUY, null))),
                "orderList[1] is missing; Sample requires it for placeOrders; nothing was sent");
    }

    @Test
    void modelsOwnRulesHold() {
        assertRejected(
                venue.api().placeOrder(new NewOrder(null, null, null, "123456789")),
                "symbol is missing; Sample requires it for placeOrder;"
                        + " clientOid has 9 characters, above the maximum of 8 that Sample allows for placeOrder;"
                        + " nothing was sent");
    }

    @Test
    void problemInsideAListIsNamedByItsPath() {
        assertRejected(
                venue.api().placeOrders(new NewOrders(List.of(NewOrder.BUY, new NewOrder(null, null, null, null)))),
                "orderList[1].symbol is missing; Sample requires it for placeOrders; nothing was sent");
    }

    @Test
    void listInTheBodyAboveTheCapIsRejected() {
        assertRejected(
                venue.api().placeOrders(new NewOrders(Collections.nCopies(4, NewOrder.BUY))),
                "orderList holds 4 elements, above the maximum of 3 that Sample allows for placeOrders;"
                        + " nothing was sent");
    }

    @Test
    void emptyListInTheBodyIsRejected() {
        assertRejected(
                venue.api().placeOrders(new NewOrders(List.of())),
                "orderList is an empty list, which Sample may read as everything;"
                        + " name at least one element for placeOrders; nothing was sent");
    }

    @Test
    void listParameterAboveTheCapIsRejected() {
        assertRejected(
                venue.api().cancelOrders("BTC", List.of("1", "2", "3", "4"), null),
                "orderIds holds 4 elements, above the maximum of 3 that Sample allows for cancelOrders;"
                        + " nothing was sent");
    }

    @Test
    void emptyListParameterIsRejected() {
        assertRejected(
                venue.api().cancelOrders("BTC", List.of(), null),
                "orderIds is an empty list, which Sample may read as everything;"
                        + " name at least one element for cancelOrders; nothing was sent");
    }

    @Test
    void emptyListThatIsNoBatchIsRejectedToo() {
        assertRejected(
                venue.api().openOrders("BTC", List.of(), null, null, null, null),
                "sides is an empty list, which Sample may read as everything;"
                        + " name at least one element for openOrders; nothing was sent");
    }

    @Test
    void absentElementIsRejected() {
        assertRejected(
                venue.api().cancelOrders("BTC", Arrays.asList("1", null), null),
                "orderIds[1] is missing; Sample requires it for cancelOrders; nothing was sent");
    }

    @Test
    void blankElementIsRejected() {
        assertRejected(
                venue.api().cancelOrders("BTC", null, List.of("a", "")),
                "clientOids[1] is blank; Sample requires it for cancelOrders; nothing was sent");
    }

    @Test
    void neitherOfAnEitherOrIsRejected() {
        assertRejected(
                venue.api().cancelOrders("BTC", null, null),
                "none of orderIds, clientOids is given; Sample requires exactly one of them for cancelOrders;"
                        + " nothing was sent");
    }

    @Test
    void bothOfAnEitherOrAreRejected() {
        assertRejected(
                venue.api().cancelOrders("BTC", List.of("1"), List.of("a")),
                "orderIds and clientOids are given together; Sample takes only one of them for cancelOrders;"
                        + " nothing was sent");
    }

    @Test
    void noneOfAtLeastOneIsRejected() {
        assertRejected(
                venue.api().openOrders(null, null, null, null, null, null),
                "none of symbol, since is given; Sample requires at least one of them for openOrders;"
                        + " nothing was sent");
    }

    @Test
    void onlyTheFirstFiveProblemsAreSpeltOut() {
        List<NewOrder> nameless = Collections.nCopies(3, new NewOrder(null, null, null, "123456789"));

        NotSentException e =
                failure(venue.api().placeOrders(new NewOrders(new ArrayList<>(nameless))), NotSentException.class);

        assertThat(e.getMessage())
                .startsWith("orderList[0].symbol is missing;")
                .endsWith("orderList[2].symbol is missing; Sample requires it for placeOrders;"
                        + " and 1 more problem; nothing was sent");
    }

    @Test
    void pathThatWouldClimbIsRejected() {
        NotSentException e = failure(venue.api().findOrder(".."), NotSentException.class);

        assertThat(e.getMessage())
                .startsWith("the arguments of findOrder cannot be written: @Path parameters shouldn't perform path"
                        + " traversal");
    }

    @Test
    void rejectedArgumentsFailTheFuture() {
        NotSentException e = asyncFailure(venue.api().findOrder(null, null), NotSentException.class);

        assertThat(e).hasMessage("orderId is missing; Sample requires it for findOrder; nothing was sent");
        assertThat(e.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void listChangedAfterwardsDoesNotChangeTheCall() {
        List<Side> sides = new ArrayList<>(List.of(new Side("buy")));
        VenueCall<?> call = venue.api().openOrders("BTC", sides, null, null, null, null);

        sides.clear();

        assertThat(call.request().url().encodedQuery()).isEqualTo("symbol=BTC&sides=buy");
    }

    private static void assertRejected(VenueCall<?> call, String message) {
        NotSentException e = failure(call, NotSentException.class);
        assertThat(e).hasMessage(message);
        assertThat(e.effect()).isEqualTo(Effect.NONE);
    }
}
