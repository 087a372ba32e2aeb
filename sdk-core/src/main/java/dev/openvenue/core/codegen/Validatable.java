package dev.openvenue.core.codegen;

/** A request model that knows the constraints of the spec. */
public interface Validatable {
    /** Reports every field that breaks the spec. */
    void check(Violations checks);
}
