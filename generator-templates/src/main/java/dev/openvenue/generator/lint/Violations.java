package dev.openvenue.generator.lint;

import dev.openvenue.generator.spec.SpecBundle;
import dev.openvenue.generator.spec.Violation;
import java.util.ArrayList;
import java.util.List;

/** The violations found in one spec so far. */
final class Violations {
    private final SpecBundle spec;
    private final List<Violation> found;

    Violations(SpecBundle spec) {
        this.spec = spec;
        this.found = new ArrayList<>(spec.violations());
    }

    /** Adds a violation of the value at a pointer. */
    void report(String pointer, String message, String fix) {
        found.add(spec.violation(pointer, message, fix));
    }

    /** The violations found, in the order of the spec's files and lines. */
    List<Violation> inOrder() {
        return found.stream().sorted(spec.inOrder()).toList();
    }
}
