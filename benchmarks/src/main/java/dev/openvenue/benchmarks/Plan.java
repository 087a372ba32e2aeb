package dev.openvenue.benchmarks;

import java.util.List;

/** How much is measured. */
enum Plan {
    /** Enough to see that all works, and large differences. */
    QUICK(1, 3),
    /** What may be published. */
    FULL(3, 5);

    private final int rounds;
    private final int firstCalls;

    Plan(int rounds, int firstCalls) {
        this.rounds = rounds;
        this.firstCalls = firstCalls;
    }

    /** How often all benchmarks run, each time in new JVMs. */
    int rounds() {
        return rounds;
    }

    /** JMH's options, which replace the benchmarks' own. */
    List<String> options() {
        return this == QUICK ? List.of("-w", "400ms", "-r", "300ms") : List.of();
    }

    /** How many JVMs of a round make a first call. */
    int firstCalls() {
        return firstCalls;
    }
}
