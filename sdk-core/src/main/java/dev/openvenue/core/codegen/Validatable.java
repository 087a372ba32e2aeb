package dev.openvenue.core.codegen;

/** A request model that knows what the spec demands of it. */
public interface Validatable {
    /** Reports every field that breaks the spec. */
    void check(Violations checks);
}
