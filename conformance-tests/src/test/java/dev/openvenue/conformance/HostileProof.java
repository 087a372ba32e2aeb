package dev.openvenue.conformance;

import dev.openvenue.conformance.HostileCaller.Result;
import dev.openvenue.conformance.HostileCaller.Way;
import dev.openvenue.conformance.Spoiled.Kind;
import dev.openvenue.core.error.VenueException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One hostile response after the other. A number, the seed, determines everything about it: which response is spoiled,
 * how and where, and how the call is made. Consecutive seeds go through all kinds, and through all responses with each
 * kind.
 */
final class HostileProof {
    private static final int LONGEST_MESSAGE = 1_500;
    private static final List<String> SECRETS = List.of("invented-key", "invented-passphrase", "invented-secret");

    /** How often there is one that takes long. */
    private static final int COSTLY_EVERY = 500;

    private final List<Kind> kinds = Stream.of(
                    HostileValues.kinds(), HostileBytes.kinds(), HostileHeads.kinds(), HostileCodings.kinds())
            .flatMap(List::stream)
            .toList();
    private final List<Kind> costly = Stream.of(HostileValues.costly(), HostileHeads.costly(), HostileCodings.costly())
            .flatMap(List::stream)
            .toList();
    private final List<IntactResponse> responses = Venue.all().stream()
            .flatMap(venue -> IntactResponse.all(venue).stream())
            .toList();

    /**
     * One call.
     *
     * @param kind how the response was spoiled
     * @param result its result
     * @param problem what is wrong with the result, with everything needed to reproduce it; empty if nothing
     */
    record Call(String kind, Result result, Optional<String> problem) {}

    /** How many kinds there are. */
    int kinds() {
        return kinds.size() + costly.size();
    }

    /** Makes the call of a seed. */
    Call call(long seed, HostileCaller caller) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        Kind kind = seed % COSTLY_EVERY == COSTLY_EVERY - 1
                ? costly.get((int) (seed / COSTLY_EVERY % costly.size()))
                : kinds.get((int) (seed % kinds.size()));
        IntactResponse response = responses.get((int) (seed / kinds.size() % responses.size()));
        Spoiled spoiled = kind.spoiler().spoil(response, random);
        Way way = Way.any(caller.operation(response), random);
        Result result = caller.call(response, spoiled, way);
        return new Call(
                kind.name(),
                result,
                problem(spoiled, result)
                        .map(problem -> "seed " + seed + ", " + response + ", " + kind.name() + " " + spoiled.place()
                                + ", " + way + ": " + problem));
    }

    private static Optional<String> problem(Spoiled spoiled, Result result) {
        Throwable failure = result.failure();
        if (failure == null) {
            return spoiled.mustFail() ? Optional.of("a success that is not one: " + result.value()) : Optional.empty();
        }
        return failure instanceof VenueException venue ? problem(venue) : Optional.of(start(trace(failure)));
    }

    private static Optional<String> problem(VenueException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.length() > LONGEST_MESSAGE) {
            return Optional.of("a message of " + message.length() + " characters: " + start(message));
        }
        if (message.codePoints().anyMatch(HostileProof::isControl)) {
            return Optional.of("a message with control characters: " + Json.write(message));
        }
        String trace = trace(failure);
        return SECRETS.stream()
                .filter(trace::contains)
                .findFirst()
                .map(secret -> "a stack trace that tells " + secret + ": " + start(trace));
    }

    /** Whether a character changes how a line is shown, or ends it. */
    private static boolean isControl(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private static String start(String text) {
        return text.length() <= 800 ? text : text.substring(0, 800) + "…";
    }
}
