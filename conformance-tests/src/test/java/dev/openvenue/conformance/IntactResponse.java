package dev.openvenue.conformance;

import java.util.List;
import java.util.stream.Stream;

/**
 * A response of a venue before it is spoiled.
 *
 * @param test the case that holds it
 * @param status its HTTP status
 * @param text its body
 * @param places the values in its body
 */
record IntactResponse(Case test, int status, String text, List<JsonPlace> places) {
    /** All responses of a venue: successes and rejections. */
    static List<IntactResponse> all(Venue venue) {
        return Stream.of("responses", "errors")
                .flatMap(kind -> Case.all(venue, kind).stream())
                .map(IntactResponse::of)
                .toList();
    }

    private static IntactResponse of(Case test) {
        String text = test.file("response.json").strip();
        String status = test.text("status");
        return new IntactResponse(test, status.isEmpty() ? 200 : Integer.parseInt(status), text, JsonPlace.of(text));
    }

    /** Whether a document with this status cannot be a success, however lenient a client is. */
    boolean mustFail(int status, String document) {
        return status < 200 || status > 299 || Verdict.of(test.venue(), test.operation(), document) != Verdict.SUCCESS;
    }

    @Override
    public String toString() {
        return test.venue().name() + " " + test.operation() + " (" + test.kind() + "/" + test.name() + ")";
    }
}
