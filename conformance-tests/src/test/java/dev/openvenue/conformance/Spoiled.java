package dev.openvenue.conformance;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A response that somebody spoiled.
 *
 * @param place where, for the message of a failure
 * @param wire what is sent
 * @param mustFail whether it can be no success, whatever a client may forgive
 */
record Spoiled(String place, Wire wire, boolean mustFail) {
    /** A way to spoil answers; the same random numbers spoil the same response in the same way. */
    @FunctionalInterface
    interface Spoiler {
        Spoiled spoil(IntactResponse answer, RandomGenerator random);
    }

    /**
     * A way that has a name.
     *
     * @param name for the message of a failure
     * @param spoiler how it is done
     */
    record Kind(String name, Spoiler spoiler) {}

    /** Another document under the response's own status. */
    static Spoiled document(IntactResponse answer, String place, String document) {
        Wire wire = Wire.of(answer.status(), document.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Spoiled(place, wire, answer.mustFail(answer.status(), document));
    }

    /** Whether the server leaves the client waiting. */
    boolean stalls() {
        return wire.end() == Wire.End.STALL || wire.end() == Wire.End.REPEAT;
    }

    static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
