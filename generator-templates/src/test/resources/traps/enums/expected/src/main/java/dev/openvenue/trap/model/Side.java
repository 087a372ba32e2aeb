package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.codegen.OpenEnumReader;
import java.util.List;

/**
 * Which way
 *
 * <p>A value that is not listed is kept as it came.
 *
 * @param wire the value as it stands on the wire
 */
public record Side(String wire) implements OpenEnum {
    /** {@code 1}. */
    public static final Side BUY = new Side("1");

    /** {@code 0}. */
    public static final Side SELL = new Side("0");

    static final OpenEnumReader<Side> READER = OpenEnumReader.of(Side::of, List.of(BUY, SELL));

    /** The listed values, for {@code switch}. */
    public enum Known {
        /** See {@link Side#BUY}. */
        BUY,
        /** See {@link Side#SELL}. */
        SELL,
        /** A value that the spec does not list. */
        NOT_LISTED
    }

    /** Returns the value with this text: the constant of a listed one, so that {@code ==} tells listed values apart. */
    public static Side of(String wire) {
        return switch (wire) {
            case "1" -> BUY;
            case "0" -> SELL;
            default -> new Side(wire);
        };
    }

    /** Returns the listed value that this is. */
    public Known known() {
        return switch (wire) {
            case "1" -> Known.BUY;
            case "0" -> Known.SELL;
            default -> Known.NOT_LISTED;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
