package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.codegen.OpenEnumReader;
import java.util.List;

/**
 * The venue's row side.
 *
 * <p>A value that is not listed is kept as it came.
 *
 * @param wire the value as it stands on the wire
 */
public record RowSide(String wire) implements OpenEnum {
    /** {@code buy}. */
    public static final RowSide BUY = new RowSide("buy");

    /** {@code sell}. */
    public static final RowSide SELL = new RowSide("sell");

    static final OpenEnumReader<RowSide> READER = OpenEnumReader.of(RowSide::of, List.of(BUY, SELL));

    /** The listed values, for {@code switch}. */
    public enum Known {
        /** See {@link RowSide#BUY}. */
        BUY,
        /** See {@link RowSide#SELL}. */
        SELL,
        /** A value that the spec does not list. */
        NOT_LISTED
    }

    /** Returns the value with this text: the constant of a listed one, so that {@code ==} tells listed values apart. */
    public static RowSide of(String wire) {
        return switch (wire) {
            case "buy" -> BUY;
            case "sell" -> SELL;
            default -> new RowSide(wire);
        };
    }

    /** Returns the listed value that this is. */
    public Known known() {
        return switch (wire) {
            case "buy" -> Known.BUY;
            case "sell" -> Known.SELL;
            default -> Known.NOT_LISTED;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
