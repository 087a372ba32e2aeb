package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationsTest {
    private final Violations checks = Violations.of("Sample", "placeOrder");

    @Test
    void absentValuesBreakNothingButTheRuleThatRequiresThem() {
        checks.range("price", null, "1", "2");
        checks.size("text", null, 1, 2);
        checks.notEmpty("list", null);
        checks.pattern("symbol", null, "[A-Z]+");
        checks.nested("leg", null);

        assertThat(checks.message()).isEmpty();
    }

    @Test
    void boundsAreAllowedThemselves() {
        checks.range("price", new BigDecimal("1.00"), "1", "2");
        checks.range("price", 2L, "1", "2");
        checks.range("price", 5, "", "");
        checks.size("text", "ab", 2, 2);
        checks.size("list", List.of(1, 2), 2, 2);
        checks.pattern("symbol", "BTC", "[A-Z]+");

        assertThat(checks.message()).isEmpty();
    }

    @Test
    void aNumberMayLieInAnyOfSeveralRanges() {
        checks.ranges("seconds", null, "0", "0", "5", "");
        checks.ranges("seconds", 0, "0", "0", "5", "");
        checks.ranges("seconds", 5, "0", "0", "5", "");
        checks.ranges("seconds", 900, "0", "0", "5", "");

        assertThat(checks.message()).isEmpty();
    }

    @Test
    void aNumberBetweenTheRangesIsToldAllOfThem() {
        checks.ranges("seconds", 4, "0", "0", "5", "");
        checks.ranges("price", new BigDecimal("2.5"), "", "1", "3", "4");

        assertThat(checks.message())
                .contains("seconds is 4; Sample allows only 0 or 5 and more for placeOrder;"
                        + " price is 2.5; Sample allows only 1 and less or 3 to 4 for placeOrder; nothing was sent");
    }

    @Test
    void decimalsAreShownPlain() {
        checks.range("price", new BigDecimal("1E-8"), "0.01", "");

        assertThat(checks.message())
                .contains("price is 0.00000001, below the minimum of 0.01 that Sample allows for placeOrder;"
                        + " nothing was sent");
    }

    @Test
    void shortTextAndShortListAreNamedWithTheirLength() {
        checks.size("clientOid", "a", 2, 9);
        checks.size("orders", List.of("x"), 2, 9);

        assertThat(checks.message())
                .contains("clientOid has 1 character, below the minimum of 2 that Sample allows for placeOrder;"
                        + " orders holds 1 element, below the minimum of 2 that Sample allows for placeOrder;"
                        + " nothing was sent");
    }

    @Test
    void longValuesAreCut() {
        checks.pattern("clientOid", "-".repeat(41), "[a-z]*");

        assertThat(checks.message())
                .contains("clientOid is '" + "-".repeat(40) + "…', which does not match [a-z]* as Sample requires for"
                        + " placeOrder; nothing was sent");
    }

    @Test
    void wholeTextMustMatch() {
        checks.pattern("symbol", "BTC-", "[A-Z]+");

        assertThat(checks.message()).isPresent();
    }

    @Test
    void sameProblemIsReportedOnce() {
        checks.size("orders", List.of(1, 2), 0, 1);
        checks.size("orders", List.of(1, 2), 0, 1);

        assertThat(checks.message())
                .contains("orders holds 2 elements, above the maximum of 1 that Sample allows for placeOrder;"
                        + " nothing was sent");
    }

    @Test
    void modelsInModelsAreNamedByTheirPath() {
        Validatable leg = inner -> inner.required("side", null);
        Validatable order = inner -> {
            inner.nested("leg", leg);
            inner.nested("legs", List.of(leg));
            inner.oneOf("orderId", null, "clientOid", null);
        };

        checks.nested("order", order);

        assertThat(checks.message())
                .contains("order.leg.side is missing; Sample requires it for placeOrder;"
                        + " order.legs[0].side is missing; Sample requires it for placeOrder;"
                        + " none of order.orderId, order.clientOid is given;"
                        + " Sample requires exactly one of them for placeOrder; nothing was sent");
    }

    @Test
    void oneOfTwoSatisfiesBothKindsOfEitherOr() {
        checks.oneOf("orderId", "1", "clientOid", null);
        checks.anyOf("orderId", null, "clientOid", "1");

        assertThat(checks.message()).isEmpty();
    }

    @Test
    void bothSatisfyOnlyTheOneThatAllowsMore() {
        checks.anyOf("orderId", "1", "clientOid", "a");
        assertThat(checks.message()).isEmpty();

        checks.oneOf("orderId", "1", "clientOid", "a");
        assertThat(checks.message())
                .contains("orderId and clientOid are given together; Sample takes only one of them for placeOrder;"
                        + " nothing was sent");
    }
}
