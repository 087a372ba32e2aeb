package dev.openvenue.trap.model;

import dev.openvenue.core.codegen.OpenEnum;
import dev.openvenue.core.codegen.OpenEnumReader;
import java.util.List;

/**
 * The words of a venue that never cleans up.
 *
 * <p>A value that is not listed is kept as it came.
 *
 * @param wire the value as it stands on the wire
 */
public record State(String wire) implements OpenEnum {
    /** {@code ""}. */
    public static final State EMPTY = new State("");

    /** {@code 1min}. */
    public static final State N_1MIN = new State("1min");

    /** {@code -1}. */
    public static final State MINUS_1 = new State("-1");

    /** {@code reader}. */
    public static final State READER_2 = new State("reader");

    /** {@code a-b}. */
    public static final State A_B = new State("a-b");

    /** {@code a_b}. */
    public static final State A_B_2 = new State("a_b");

    /** {@code A B}. */
    public static final State A_B_3 = new State("A B");

    /** {@code partially_filled}. */
    public static final State PARTIALLY_FILLED = new State("partially_filled");

    /** {@code partialFilled}. */
    public static final State PARTIAL_FILLED = new State("partialFilled");

    /** {@code null}. */
    public static final State NULL = new State("null");

    /** {@code class}. */
    public static final State CLASS = new State("class");

    /** {@code "}. */
    public static final State SYMBOL = new State("\"");

    /** {@code é}. */
    public static final State SYMBOL_2 = new State("\u00e9");

    /** <code>*&#47;</code>. */
    public static final State SYMBOL_3 = new State("*/");

    static final OpenEnumReader<State> READER = OpenEnumReader.of(
            State::of,
            List.of(
                    EMPTY,
                    N_1MIN,
                    MINUS_1,
                    READER_2,
                    A_B,
                    A_B_2,
                    A_B_3,
                    PARTIALLY_FILLED,
                    PARTIAL_FILLED,
                    NULL,
                    CLASS,
                    SYMBOL,
                    SYMBOL_2,
                    SYMBOL_3));

    /** The listed values, for {@code switch}. */
    public enum Known {
        /** See {@link State#EMPTY}. */
        EMPTY,
        /** See {@link State#N_1MIN}. */
        N_1MIN,
        /** See {@link State#MINUS_1}. */
        MINUS_1,
        /** See {@link State#READER_2}. */
        READER_2,
        /** See {@link State#A_B}. */
        A_B,
        /** See {@link State#A_B_2}. */
        A_B_2,
        /** See {@link State#A_B_3}. */
        A_B_3,
        /** See {@link State#PARTIALLY_FILLED}. */
        PARTIALLY_FILLED,
        /** See {@link State#PARTIAL_FILLED}. */
        PARTIAL_FILLED,
        /** See {@link State#NULL}. */
        NULL,
        /** See {@link State#CLASS}. */
        CLASS,
        /** See {@link State#SYMBOL}. */
        SYMBOL,
        /** See {@link State#SYMBOL_2}. */
        SYMBOL_2,
        /** See {@link State#SYMBOL_3}. */
        SYMBOL_3,
        /** A value that the spec does not list. */
        NOT_LISTED
    }

    /** Returns the value with this text: the constant of a listed one, so that {@code ==} tells listed values apart. */
    public static State of(String wire) {
        return switch (wire) {
            case "" -> EMPTY;
            case "1min" -> N_1MIN;
            case "-1" -> MINUS_1;
            case "reader" -> READER_2;
            case "a-b" -> A_B;
            case "a_b" -> A_B_2;
            case "A B" -> A_B_3;
            case "partially_filled" -> PARTIALLY_FILLED;
            case "partialFilled" -> PARTIAL_FILLED;
            case "null" -> NULL;
            case "class" -> CLASS;
            case "\"" -> SYMBOL;
            case "\u00e9" -> SYMBOL_2;
            case "*/" -> SYMBOL_3;
            default -> new State(wire);
        };
    }

    /** Returns the listed value that this is. */
    public Known known() {
        return switch (wire) {
            case "" -> Known.EMPTY;
            case "1min" -> Known.N_1MIN;
            case "-1" -> Known.MINUS_1;
            case "reader" -> Known.READER_2;
            case "a-b" -> Known.A_B;
            case "a_b" -> Known.A_B_2;
            case "A B" -> Known.A_B_3;
            case "partially_filled" -> Known.PARTIALLY_FILLED;
            case "partialFilled" -> Known.PARTIAL_FILLED;
            case "null" -> Known.NULL;
            case "class" -> Known.CLASS;
            case "\"" -> Known.SYMBOL;
            case "\u00e9" -> Known.SYMBOL_2;
            case "*/" -> Known.SYMBOL_3;
            default -> Known.NOT_LISTED;
        };
    }

    @Override
    public String toString() {
        return wire;
    }
}
