package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.codegen.OpenEnumReader;
import java.util.List;

/**
 * Force
 *
 * <p>A value that is not listed is kept as it came.
 *
 * @param wire the value as it stands on the wire
 */
public record Force(String wire) implements OpenEnum {
    /** {@code gtc}. */
    public static final Force GTC = new Force("gtc");

    /** {@code ioc}. */
    public static final Force IOC = new Force("ioc");

    static final OpenEnumReader<Force> READER = OpenEnumReader.of(Force::of, List.of(GTC, IOC));

    /** The listed values, for {@code switch}. */
    public enum Known {
        /** See {@link Force#GTC}. */
        GTC,
        /** See {@link Force#IOC}. */
        IOC,
        /** A value that the spec does not list. */
        NOT_LISTED
    }

    /** Returns the value with this text: the constant of a listed one, so that {@code ==} tells listed values apart. */
    public static Force of(String wire) {
        return switch (wire) {
            case "gtc" -> GTC;
            case "ioc" -> IOC;
            default -> new Force(wire);
        };
    }

    /** Returns the listed value that this is. */
    public Known known() {
        return switch (wire) {
            case "gtc" -> Known.GTC;
            case "ioc" -> Known.IOC;
            default -> Known.NOT_LISTED;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
