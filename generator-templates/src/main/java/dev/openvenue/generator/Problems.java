package dev.openvenue.generator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The problems found in one spec so far. */
final class Problems {
    private final SpecDocument spec;
    private final List<Problem> found = new ArrayList<>();

    Problems(SpecDocument spec) {
        this.spec = spec;
    }

    /** Notes a problem of the value at a pointer. */
    void report(String pointer, String message, String fix) {
        found.add(new Problem(spec.name(), spec.line(pointer), pointer.isEmpty() ? "/" : pointer, message, fix));
    }

    /** What was found, in the order of the spec's lines. */
    List<Problem> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
