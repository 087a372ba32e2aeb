package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.codegen.OpenEnumReader;
import java.util.List;

/**
 * The venue's hostile side.
 *
 * <p>A value that is not listed is kept as it came.
 *
 * @param wire the value as it stands on the wire
 */
public record HostileSide(String wire) implements OpenEnum {
    /** <code>*&#47;</code>. */
    public static final HostileSide SYMBOL = new HostileSide("*/");

    /** <code>&#64;see</code>. */
    public static final HostileSide SEE = new HostileSide("@see");

    /** <code>{&#64;link</code>. */
    public static final HostileSide LINK = new HostileSide("{@link");

    static final OpenEnumReader<HostileSide> READER = OpenEnumReader.of(HostileSide::of, List.of(SYMBOL, SEE, LINK));

    /** The listed values, for {@code switch}. */
    public enum Known {
        /** See {@link HostileSide#SYMBOL}. */
        SYMBOL,
        /** See {@link HostileSide#SEE}. */
        SEE,
        /** See {@link HostileSide#LINK}. */
        LINK,
        /** A value that the spec does not list. */
        NOT_LISTED
    }

    /** Returns the value with this text: the constant of a listed one, so that {@code ==} tells listed values apart. */
    public static HostileSide of(String wire) {
        return switch (wire) {
            case "*/" -> SYMBOL;
            case "@see" -> SEE;
            case "{@link" -> LINK;
            default -> new HostileSide(wire);
        };
    }

    /** Returns the listed value that this is. */
    public Known known() {
        return switch (wire) {
            case "*/" -> Known.SYMBOL;
            case "@see" -> Known.SEE;
            case "{@link" -> Known.LINK;
            default -> Known.NOT_LISTED;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
