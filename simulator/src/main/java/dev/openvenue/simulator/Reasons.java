package dev.openvenue.simulator;

import dev.openvenue.simulator.proof.JsonText;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What explanations say of requests that a venue cannot read. */
final class Reasons {
    private static final int NAMES = 50;

    private Reasons() {}

    /** A body of another kind than the venue takes. */
    static VenueRejection contentType(VenueRejection rejection, VenueRequest request, String due) {
        String came = request.header("Content-Type");
        return rejection.because(
                "content-type",
                "The " + request.method() + " came "
                        + (came == null ? "without a content type" : "with the content type " + Spelling.quoted(came))
                        + "; it must be '" + due + "'",
                "Send the header Content-Type: " + due);
    }

    /** A body that is not JSON, or another document than is due. */
    static VenueRejection malformed(VenueRejection rejection, String body) {
        int at = JsonText.firstProblem(body);
        String why = body.isEmpty()
                ? "The body is empty, where a JSON document is due"
                : at == JsonText.NONE
                        ? "The body is not the JSON document that is due"
                        : at == body.length()
                                ? "The body is not JSON: it ends too early, after " + at + " characters"
                                : "The body is not JSON: character " + (at + 1) + ", "
                                        + Spelling.quoted(body.substring(at, body.offsetByCodePoints(at, 1)))
                                        + ", does not belong there";
        return rejection.because("body-malformed", why, "Send a JSON document, written by a library");
    }

    static VenueRejection missing(VenueRejection rejection, String name, Collection<?> given) {
        List<String> names = given.stream().limit(NAMES).map(String::valueOf).toList();
        String near = Spelling.nearest(name, names)
                .filter(other -> !other.equals(name))
                .map(other -> "; " + Spelling.quoted(other) + " came, which is another name")
                .orElse("");
        return rejection.because(
                "field-missing",
                "The field " + name + " is missing or empty" + near,
                "Send a value for " + name + ", which this operation needs");
    }

    static VenueRejection wrong(VenueRejection rejection, String name, @Nullable Object value, String due) {
        return rejection.because(
                "field-wrong",
                "The field " + name + " is " + Spelling.quoted(String.valueOf(value)) + "; it must be " + due,
                "Send another value for " + name);
    }
}
