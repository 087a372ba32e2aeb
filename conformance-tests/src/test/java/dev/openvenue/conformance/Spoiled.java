package dev.openvenue.conformance;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A response that was spoiled.
 *
 * @param place where, for the message of a failure
 * @param wire what is sent
 * @param mustFail whether it cannot be a success, however lenient a client is
 */
record Spoiled(String place, Wire wire, boolean mustFail) {
    /** A way to spoil responses; the same random numbers spoil the same response in the same way. */
    @FunctionalInterface
    interface Spoiler {
        Spoiled spoil(IntactResponse response, RandomGenerator random);
    }

    /**
     * A named way to spoil.
     *
     * @param name for the message of a failure
     * @param spoiler how it is done
     */
    record Kind(String name, Spoiler spoiler) {}

    /** Another document under the response's own status. */
    static Spoiled document(IntactResponse response, String place, String document) {
        Wire wire = Wire.of(response.status(), document.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Spoiled(place, wire, response.mustFail(response.status(), document));
    }

    /** Whether the server leaves the client waiting. */
    boolean stalls() {
        return wire.end() == Wire.End.STALL || wire.end() == Wire.End.REPEAT;
    }

    static <T> T any(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
