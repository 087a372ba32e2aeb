package dev.openvenue.core.cancel;

import dev.openvenue.core.cancel.OrderLookup.Found;
import dev.openvenue.core.cancel.OrderSnapshot.Side;
import dev.openvenue.core.cancel.OrderSnapshot.State;
import dev.openvenue.core.codegen.BatchCancelDescription.OrderFields;
import dev.openvenue.core.codegen.BatchCancelDescription.Query;
import dev.openvenue.core.codegen.BatchCancelDescription.Sides;
import dev.openvenue.core.codegen.Decimals;
import dev.openvenue.core.codegen.JsonTree;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads quantities and prices from an order's row. Whatever is missing, or no plausible number, is not stated. */
final class SnapshotReader {
    private final Sides sides;

    SnapshotReader(VenueContext venue) {
        this.sides = venue.description().sides();
    }

    /**
     * What a row states. Quantities outweigh the word for the state: an order whose whole quantity is filled was not
     * cancelled. Only limit orders are judged like that, because venues state the quantity of a market order in either
     * currency.
     *
     * @param word the state by its word
     */
    OrderSnapshot read(Query query, @Nullable Object row, Found word) {
        OrderFields fields = query.fields();
        BigDecimal price = positive(number(row, fields.price()));
        BigDecimal quantity = positive(number(row, fields.quantity()));
        BigDecimal filled = number(row, fields.filled());
        boolean whole = price != null && quantity != null && filled != null && filled.compareTo(quantity) >= 0;
        State state = word == Found.CANCELLED && whole ? State.FILLED : State.valueOf(word.name());
        return new OrderSnapshot(
                state,
                JsonTree.text(row, fields.symbol()),
                side(JsonTree.text(row, fields.side())),
                price,
                quantity,
                filled,
                average(number(row, fields.averagePrice()), number(row, fields.filledValue()), filled),
                state == State.CANCELLED ? millis(JsonTree.text(row, fields.closedAt())) : null);
    }

    /** Seconds, which some venues send by mistake, and 0 are no time. */
    private static @Nullable Instant millis(@Nullable String text) {
        return text != null && text.matches("\\d{13}") ? Instant.ofEpochMilli(Long.parseLong(text)) : null;
    }

    private @Nullable Side side(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return sides.buy().contains(text) ? Side.BUY : sides.sell().contains(text) ? Side.SELL : null;
    }

    private static @Nullable BigDecimal average(
            @Nullable BigDecimal stated, @Nullable BigDecimal value, @Nullable BigDecimal filled) {
        BigDecimal given = positive(stated);
        BigDecimal traded = positive(value);
        BigDecimal quantity = positive(filled);
        return given != null || traded == null || quantity == null
                ? given
                : traded.divide(quantity, MathContext.DECIMAL64).stripTrailingZeros();
    }

    private static @Nullable BigDecimal positive(@Nullable BigDecimal number) {
        return number != null && number.signum() > 0 ? number : null;
    }

    private static @Nullable BigDecimal number(@Nullable Object row, @Nullable String name) {
        String text = JsonTree.text(row, name);
        try {
            return text == null ? null : Decimals.of(text);
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }
}
