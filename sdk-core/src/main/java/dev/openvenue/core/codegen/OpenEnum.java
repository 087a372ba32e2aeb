package dev.openvenue.core.codegen;

/**
 * An enumeration that keeps what it does not know: the text of the wire is the value, so that a venue's new word
 * neither fails a response nor gets lost. Implementations are records with one component, {@code wire}; their
 * {@code of} gives the constant of a listed value.
 */
public interface OpenEnum {
    /** The value as it stands on the wire. */
    String wire();
}
