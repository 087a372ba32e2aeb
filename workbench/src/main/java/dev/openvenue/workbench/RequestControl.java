package dev.openvenue.workbench;

import dev.openvenue.simulator.Json;
import dev.openvenue.simulator.VenueSimulator;
import dev.openvenue.simulator.explain.Difference;
import dev.openvenue.simulator.explain.Explanation;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on the journal: what arrived, and what became of it. */
final class RequestControl {
    private static final int MOST_ROWS = 500;
    private static final int USUAL_ROWS = 100;

    private final Desk desk;

    RequestControl(Desk desk) {
        this.desk = desk;
    }

    void addTo(Control control) {
        control.get("/api/requests", this::list);
        control.get("/api/requests/{number}", call -> entry(call.takes()).whole());
        control.get("/api/venues/{venue}/explanations/{number}", this::explanation);
    }

    private Map<String, @Nullable Object> list(ControlCall call) {
        call.takes("venue", "after", "limit");
        String venue = call.optional("venue");
        if (venue != null) {
            desk.venue(venue);
        }
        Long after = call.has("after") ? (Long) call.whole("after", 0L, 0L, Long.MAX_VALUE) : null;
        Journal.Page page = desk.journal().page(after, venue, call.whole("limit", USUAL_ROWS, 1, MOST_ROWS));
        return Json.object(
                "requests", page.entries().stream().map(JournalEntry::summary).toList(),
                "next", Long.toString(page.next()),
                "dropped", page.dropped());
    }

    private Map<String, @Nullable Object> explanation(ControlCall call) {
        VenueSimulator venue = desk.venue(call.takes().name(0));
        Explanation explanation = venue.explain(number(call.name(1)))
                .orElseThrow(() -> ControlException.notFound("There is no explanation of that number: the venue"
                        + " executed the request and no fault struck it, or it was long ago"));
        Difference difference = explanation.difference();
        return Json.object(
                "number", explanation.number(),
                "grade", ControlCall.word(explanation.grade()),
                "mistake", explanation.mistake(),
                "sentence", explanation.sentence(),
                "advice", explanation.advice(),
                "facts", explanation.facts(),
                "expected", explanation.expected(),
                "received", explanation.received(),
                "difference", difference == null ? null : difference(difference),
                "right", explanation.right(),
                "alsoWrong", explanation.alsoWrong(),
                "text", explanation.text());
    }

    private static Map<String, @Nullable Object> difference(Difference difference) {
        return Json.object(
                "position", difference.position(),
                "due", difference.due(),
                "signed", difference.signed(),
                "dueExcerpt", difference.dueExcerpt(),
                "signedExcerpt", difference.signedExcerpt(),
                "caret", difference.caret(),
                "dueBytes", difference.dueBytes(),
                "signedBytes", difference.signedBytes());
    }

    private JournalEntry entry(ControlCall call) {
        JournalEntry entry = desk.journal().find(number(call.name(0)));
        if (entry == null) {
            throw ControlException.notFound(
                    "There is no request of that number; the last " + Journal.MOST_ENTRIES + " are kept");
        }
        return entry;
    }

    private static long number(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw ControlException.invalid("The number in the path is not a whole number above zero");
        }
        return Long.parseLong(text);
    }
}
