package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.codegen.OpenEnumReader;
import java.util.List;

/**
 * The venue's direction.
 *
 * <p>A value that is not listed is kept as it came.
 *
 * @param wire the value as it stands on the wire
 */
public record Direction(String wire) implements OpenEnum {
    /** {@code -1}. */
    public static final Direction MINUS_1 = new Direction("-1");

    /** {@code 0}. */
    public static final Direction N_0 = new Direction("0");

    /** {@code 1}. */
    public static final Direction N_1 = new Direction("1");

    static final OpenEnumReader<Direction> READER = OpenEnumReader.of(Direction::of, List.of(MINUS_1, N_0, N_1));

    /** The listed values, for {@code switch}. */
    public enum Known {
        /** See {@link Direction#MINUS_1}. */
        MINUS_1,
        /** See {@link Direction#N_0}. */
        N_0,
        /** See {@link Direction#N_1}. */
        N_1,
        /** A value that the spec does not list. */
        NOT_LISTED
    }

    /** Returns the value with this text: the constant of a listed one, so that {@code ==} tells listed values apart. */
    public static Direction of(String wire) {
        return switch (wire) {
            case "-1" -> MINUS_1;
            case "0" -> N_0;
            case "1" -> N_1;
            default -> new Direction(wire);
        };
    }

    /** Returns the listed value that this is. */
    public Known known() {
        return switch (wire) {
            case "-1" -> Known.MINUS_1;
            case "0" -> Known.N_0;
            case "1" -> Known.N_1;
            default -> Known.NOT_LISTED;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
