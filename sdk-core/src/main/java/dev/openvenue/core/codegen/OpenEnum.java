package dev.openvenue.core.codegen;

/**
 * An enumeration that preserves unknown values: the text on the wire is the value, so that a value which the venue adds
 * later neither fails a response nor gets lost. Implementations are records with one component, {@code wire}; their
 * {@code of} returns the constant of a known value.
 */
public interface OpenEnum {
    /** The value on the wire. */
    String wire();
}
