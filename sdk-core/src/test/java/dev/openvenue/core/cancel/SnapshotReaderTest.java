package dev.openvenue.core.cancel;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static org.assertj.core.api.Assertions.assertThat;

import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderSnapshot.Side;
import dev.openvenue.core.cancel.OrderSnapshot.State;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an order's row states, where venues leave things out or contradict themselves. */
final class SnapshotReaderTest {
    private final ListedVenue venue = new ListedVenue(true);
    private final Map<String, Object> row = new HashMap<>(
            Map.of("id", "1", "symbol", "BTC", "side", "buy", "price", "100", "size", "2", "filled", "0.5"));

    @Test
    void rowIsReadAsItIsStated() {
        row.put("average", "99.5");

        assertThat(read(Found.OPEN))
                .isEqualTo(new OrderSnapshot(
                        State.OPEN,
                        "BTC",
                        Side.BUY,
                        new BigDecimal("100"),
                        new BigDecimal("2"),
                        new BigDecimal("0.5"),
                        new BigDecimal("99.5")));
    }

    @ParameterizedTest
    @CsvSource({"buy, BUY", "sell, SELL", "hold,", ","})
    void sideIsStatedByItsOwnWordsOnly(@Nullable String word, @Nullable Side side) {
        row.put("side", word);

        assertThat(read(Found.OPEN).side()).isEqualTo(side);
    }

    @ParameterizedTest
    @CsvSource({"1.9, CANCELLED", "2.0, FILLED", "2.1, FILLED"})
    void orderWhoseWholeQuantityIsFilledWasNotCancelled(String filled, State state) {
        row.put("filled", filled);

        assertThat(read(Found.CANCELLED).state()).isEqualTo(state);
        assertThat(read(Found.OPEN).state()).isEqualTo(State.OPEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"price", "size", "filled"})
    void quantitiesOutweighTheVenuesWordOnlyIfAllAreStated(String missing) {
        row.put("filled", "2");
        row.remove(missing);

        assertThat(read(Found.CANCELLED).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void zeroIsNoPriceAndNoQuantityButItIsNothingFilled() {
        row.putAll(Map.of("price", "0", "size", "0.00", "filled", "0"));

        OrderSnapshot order = read(Found.CANCELLED);

        assertThat(order.state()).isEqualTo(State.CANCELLED);
        assertThat(order.price()).isNull();
        assertThat(order.quantity()).isNull();
        assertThat(order.filled()).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "99.5, 30, 0.5, 99.5",
        ", 30, 0.5, 60",
        "0, 30, 0.5, 60",
        "-1, 1, 3, 0.3333333333333333",
        ", , 0.5,",
        ", 0, 0.5,",
        ", 30, 0,",
        ", 30, ,"
    })
    void averageIsTheStatedOneOrElseTheValueByTheQuantity(
            @Nullable String average, @Nullable String value, @Nullable String filled, @Nullable BigDecimal expected) {
        row.put("average", average);
        row.put("value", value);
        row.put("filled", filled);

        assertThat(read(Found.OPEN).averagePrice())
                .usingComparator(nullsFirst(naturalOrder()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1e999999999", "1e-999999999"})
    void whatIsNoPlausibleNumberIsNotStated(String quantity) {
        row.put("size", quantity);

        assertThat(read(Found.OPEN).quantity()).isNull();
    }

    private OrderSnapshot read(Found word) {
        VenueContext context = venue.venue();
        return new SnapshotReader(context)
                .read(Objects.requireNonNull(context.description().open()), row, word);
    }
}
