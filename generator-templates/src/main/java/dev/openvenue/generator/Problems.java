package dev.openvenue.generator;

import java.util.ArrayList;
import java.util.List;

/** The problems found in one spec so far. */
final class Problems {
    private final SpecBundle spec;
    private final List<Problem> found;

    Problems(SpecBundle spec) {
        this.spec = spec;
        this.found = new ArrayList<>(spec.problems());
    }

    /** Adds a problem of the value at a pointer. */
    void report(String pointer, String message, String fix) {
        found.add(spec.problem(pointer, message, fix));
    }

    /** The problems found, in the order of the spec's files and lines. */
    List<Problem> inOrder() {
        return found.stream().sorted(spec.inOrder()).toList();
    }
}
