package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.codegen.OpenEnumReader;
import java.util.List;

/**
 * Kind
 *
 * <p>A value that is not listed is kept as it came.
 *
 * @param wire the value as it stands on the wire
 */
public record Kind(String wire) implements OpenEnum {
    /** {@code plain}. */
    public static final Kind PLAIN = new Kind("plain");

    /** {@code trigger}. */
    public static final Kind TRIGGER = new Kind("trigger");

    static final OpenEnumReader<Kind> READER = OpenEnumReader.of(Kind::of, List.of(PLAIN, TRIGGER));

    /** The listed values, for {@code switch}. */
    public enum Known {
        /** See {@link Kind#PLAIN}. */
        PLAIN,
        /** See {@link Kind#TRIGGER}. */
        TRIGGER,
        /** A value that the spec does not list. */
        NOT_LISTED
    }

    /** Returns the value with this text: the constant of a listed one, so that {@code ==} tells listed values apart. */
    public static Kind of(String wire) {
        return switch (wire) {
            case "plain" -> PLAIN;
            case "trigger" -> TRIGGER;
            default -> new Kind(wire);
        };
    }

    /** Returns the listed value that this is. */
    public Known known() {
        return switch (wire) {
            case "plain" -> Known.PLAIN;
            case "trigger" -> Known.TRIGGER;
            default -> Known.NOT_LISTED;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
