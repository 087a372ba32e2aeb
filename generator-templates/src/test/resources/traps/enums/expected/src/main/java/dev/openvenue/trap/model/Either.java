package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.codegen.OpenEnumReader;
import java.util.List;

/**
 * Comes as text and as a number
 *
 * <p>A value that is not listed is kept as it came.
 *
 * @param wire the value as it stands on the wire
 */
public record Either(String wire) implements OpenEnum {
    /** {@code -1}. */
    public static final Either GONE = new Either("-1");

    /** {@code 5}. */
    public static final Either OPEN = new Either("5");

    static final OpenEnumReader<Either> READER = OpenEnumReader.of(Either::of, List.of(GONE, OPEN));

    /** The listed values, for {@code switch}. */
    public enum Known {
        /** See {@link Either#GONE}. */
        GONE,
        /** See {@link Either#OPEN}. */
        OPEN,
        /** A value that the spec does not list. */
        NOT_LISTED
    }

    /** Returns the value with this text: the constant of a listed one, so that {@code ==} tells listed values apart. */
    public static Either of(String wire) {
        return switch (wire) {
            case "-1" -> GONE;
            case "5" -> OPEN;
            default -> new Either(wire);
        };
    }

    /** Returns the listed value that this is. */
    public Known known() {
        return switch (wire) {
            case "-1" -> Known.GONE;
            case "5" -> Known.OPEN;
            default -> Known.NOT_LISTED;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
