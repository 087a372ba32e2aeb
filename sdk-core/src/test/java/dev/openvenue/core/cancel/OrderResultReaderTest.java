package dev.openvenue.core.cancel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.OrderResult.Accepted;
import dev.openvenue.core.cancel.OrderResult.Rejected;
import dev.openvenue.core.cancel.OrderResult.Unknown;
import dev.openvenue.core.codegen.BatchCancelDescription;
import dev.openvenue.core.codegen.BatchCancelDescription.IdKind;
import dev.openvenue.core.codegen.BatchCancelDescription.Response;
import dev.openvenue.core.codegen.BatchCancelDescription.Shape;
import dev.openvenue.core.codegen.BatchCancelDescription.States;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four venues' responses, in their own words. */
final class OrderResultReaderTest {
    private static final Response XT =
            new Response(Shape.PER_ITEM, ".", null, null, "id", null, "code", "msg", Set.of("120"));
    private static final Response BITGET = new Response(
            Shape.PARTITIONED,
            null,
            "successList",
            "failureList",
            "orderId",
            "clientOid",
            "errorCode",
            "errorMsg",
            Set.of());
    private static final Response HTX = new Response(
            Shape.PARTITIONED,
            null,
            "success",
            "failed",
            "order-id",
            "client-order-id",
            "err-code",
            "err-msg",
            Set.of());
    private static final Response SATORI =
            new Response(Shape.STOPS_AT_FIRST_FAILURE, null, null, null, null, null, null, null, Set.of());
    private static final ErrorCatalogue ERRORS = ErrorCatalogue.builder()
            .codes("121", "")
            .stated(ErrorKind.ORDER_NOT_OPEN, Effect.NONE, Remedy.NONE)
            .codes("43001 base-not-found", "")
            .stated(ErrorKind.ORDER_NOT_FOUND, Effect.NONE, Remedy.NONE)
            .build();

    @Test
    void aRowPerIdIsFoundByItsIdWhateverItsOrderAndType() {
        List<OrderResult> results = read(
                XT,
                IdKind.ORDER_ID,
                List.of("6501200000000000001", "6501200000000000002"),
                List.of(
                        Map.of("id", "6501200000000000002", "code", new BigDecimal("121"), "msg", "gone"),
                        Map.of("id", new BigDecimal("6501200000000000001"), "code", "120", "msg", "ok")));

        assertThat(results)
                .containsExactly(
                        new Accepted("6501200000000000001"),
                        new Rejected("121", ErrorKind.ORDER_NOT_OPEN, Effect.NONE, Remedy.NONE, "gone", null));
    }

    @Test
    void theResponseToACancelOfOneOrderMayNameItsId() {
        Response plain = Response.builder(Shape.SINGLE).orderId("id").build();

        assertThat(read(plain, IdKind.CLIENT_ORDER_ID, List.of("mine"), Map.of("id", "7")))
                .containsExactly(new Accepted("7"));
    }

    @Test
    void anEmptyResponseIsNotTheRowThatNeedsNoCode() {
        Response coded =
                Response.builder(Shape.SINGLE).code("code").cancelled("").build();

        assertThat(read(coded, IdKind.ORDER_ID, List.of("7"), Map.of())).containsExactly(new Accepted(null));
        assertThat(read(coded, IdKind.ORDER_ID, List.of("7"), null).get(0).words())
                .contains("did not say whether the order was cancelled");
    }

    @Test
    void anIdWithoutARowIsLost() {
        List<OrderResult> results = read(
                XT,
                IdKind.ORDER_ID,
                List.of("1", "2", "3"),
                List.of(Map.of("id", "1", "code", "120"), Map.of("id", "2"), Map.of("code", "120")));

        assertThat(results.get(0)).isEqualTo(new Accepted("1"));
        assertThat(messages(results.subList(1, 3)))
                .containsOnly("Test's cancel left orders of the call out of its response");
    }

    @Test
    void rowsOfOtherOrdersAreIgnored() {
        assertThat(read(XT, IdKind.ORDER_ID, List.of("1"), List.of(Map.of("id", "9", "code", "120"))))
                .hasOnlyElementsOfType(Unknown.class);
    }

    @Test
    void listsOfSuccessesAndFailuresAreReadByTheIdsOfTheCall() {
        Map<String, Object> payload = Map.of(
                "successList", List.of(Map.of("orderId", "11", "clientOid", "a")),
                "failureList",
                        List.of(Map.of("orderId", "", "clientOid", "b", "errorCode", "43001", "errorMsg", "no such")));

        assertThat(read(BITGET, IdKind.CLIENT_ORDER_ID, List.of("a", "b"), payload))
                .containsExactly(
                        new Accepted("11"),
                        new Rejected("43001", ErrorKind.ORDER_NOT_FOUND, Effect.NONE, Remedy.NONE, "no such", null));
    }

    @Test
    void aFailureWithoutACodeOrWithAnUnknownOneSaysNothingCertain() {
        Map<String, Object> payload =
                Map.of("failureList", List.of(Map.of("orderId", "1"), Map.of("orderId", "2", "errorCode", "99999")));

        assertThat(read(BITGET, IdKind.ORDER_ID, List.of("1", "2"), payload))
                .containsExactly(
                        new Rejected(null, ErrorKind.OTHER, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER, "", null),
                        new Rejected("99999", ErrorKind.OTHER, Effect.UNKNOWN, Remedy.LOOK_UP_ORDER, "", null));
    }

    @Test
    void successesMayBeBareIds() {
        Map<String, Object> payload = Map.of(
                "success", List.of("5983466", new BigDecimal("5983467")),
                "failed", List.of(Map.of("order-id", "3", "err-code", "base-not-found", "order-state", "7")));

        assertThat(read(HTX, IdKind.ORDER_ID, List.of("5983466", "5983467", "3"), payload))
                .containsExactly(
                        new Accepted(null),
                        new Accepted(null),
                        new Rejected("base-not-found", ErrorKind.ORDER_NOT_FOUND, Effect.NONE, Remedy.NONE, "", null));
    }

    @Test
    void aFailureThatNamesNoOrderLeavesItsOrderLost() {
        Map<String, Object> payload = Map.of(
                "success", List.of("a"), "failed", List.of(Map.of("order-id", "", "err-code", "base-not-found")));

        List<OrderResult> results = read(HTX, IdKind.CLIENT_ORDER_ID, List.of("a", "b"), payload);

        assertThat(results.get(0)).isEqualTo(new Accepted(null));
        assertThat(results.get(1)).isInstanceOf(Unknown.class);
    }

    @Test
    void anOrderInBothListsIsLost() {
        Map<String, Object> payload = Map.of(
                "success", List.of("1"), "failed", List.of(Map.of("order-id", "1", "err-code", "base-not-found")));

        assertThat(messages(read(HTX, IdKind.ORDER_ID, List.of("1"), payload)))
                .containsExactly("Test's cancel named an order as cancelled and as rejected at once");
    }

    @Test
    void trueMeansThatTheVenueTookAll() {
        assertThat(read(SATORI, IdKind.ORDER_ID, List.of("1", "2"), true)).containsOnly(new Accepted(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "yes", "1"})
    void anythingButTrueLeavesAllOrdersLost(String payload) {
        assertThat(messages(read(SATORI, IdKind.ORDER_ID, List.of("1", "2"), payload)))
                .containsOnly("Test's cancel responded " + payload
                        + " and not true, so orders of the call may not have been tried");
    }

    @Test
    void anythingButTrueForASingleOrderIsItsRejection() {
        assertThat(read(SATORI, IdKind.ORDER_ID, List.of("1"), false))
                .first()
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.code()).isNull();
                    assertThat(rejected.effect()).isEqualTo(Effect.UNKNOWN);
                    assertThat(rejected.message()).isEqualTo("the venue responded false");
                });
    }

    @Test
    void aPayloadOfAnotherFormLeavesAllOrdersLost() {
        for (Response response : List.of(XT, BITGET, HTX, SATORI)) {
            assertThat(read(response, IdKind.ORDER_ID, List.of("1", "2"), null)).hasOnlyElementsOfType(Unknown.class);
            assertThat(read(response, IdKind.ORDER_ID, List.of("1", "2"), Map.of("a", List.of())))
                    .hasOnlyElementsOfType(Unknown.class);
            assertThat(read(response, IdKind.ORDER_ID, List.of("1", "2"), List.of(List.of("1"))))
                    .hasOnlyElementsOfType(Unknown.class);
        }
    }

    private static List<OrderResult> read(Response response, IdKind kind, List<String> ids, @Nullable Object payload) {
        BatchCancelDescription description = new BatchCancelDescription(
                "cancel",
                50,
                null,
                null,
                Map.of(),
                Map.of(),
                response,
                List.of(),
                null,
                null,
                States.NONE,
                BatchCancelDescription.Sides.NONE,
                false,
                BatchCancelDescription.Coverage.NONE);
        VenueContext venue = new VenueContext(
                "test", "Test", description, ERRORS, new ScriptedVenue(new VirtualTime(), Shape.PER_ITEM, 1));
        return new OrderResultReader(venue).read(kind, ids, ScriptedVenue.response(payload));
    }

    private static List<String> messages(List<OrderResult> results) {
        return results.stream()
                .map(result -> String.valueOf(((Unknown) result).cause().getMessage()))
                .toList();
    }
}
