package dev.openvenue.core.codegen;

/** A request model that knows what the spec demands of it. */
public interface Checked {
    /** Reports every field that breaks the spec. */
    void check(Checks checks);
}
