package dev.openvenue.simulator.proof;

import java.util.function.UnaryOperator;

/**
 * A way to sign another text than the one that is due.
 *
 * @param id its name, for programs
 * @param axis what it is about; two mistakes can be made together if they are about different things
 * @param did what was signed; follows "The signature is right"
 * @param due what is due instead
 * @param advice what to do
 * @param change makes the mistake
 */
public record Mistake(String id, Axis axis, String did, String due, String advice, UnaryOperator<SignedText> change) {
    /** The pieces and qualities of a signed text. */
    public enum Axis {
        ORDER,
        CODING,
        PARAMETERS,
        MARK,
        METHOD,
        HOST,
        PATH,
        TIME,
        HEAD,
        BODY,
        SEPARATOR,
        WHOLE
    }
}
