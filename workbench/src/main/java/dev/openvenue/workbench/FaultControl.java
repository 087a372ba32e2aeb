package dev.openvenue.workbench;

import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.Faults;
import dev.openvenue.simulator.Json;
import dev.openvenue.simulator.VenueSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations on faults: queue some, let one stand, clear them. */
final class FaultControl {
    private static final int MOST_TIMES = 1_000;

    private final Desk desk;

    FaultControl(Desk desk) {
        this.desk = desk;
    }

    void addTo(Control control) {
        control.get(
                "/api/venues/{venue}/faults",
                call -> list(desk.venue(call.takes().name(0))));
        control.post("/api/venues/{venue}/faults", this::create);
        control.delete("/api/venues/{venue}/faults", this::clear);
    }

    /** The kinds of faults that the API knows, and what each needs. */
    enum Kind {
        NONE,
        REJECT,
        RATE_LIMITED,
        SERVER_ERROR,
        SERVER_ERROR_AFTER_EXECUTION,
        DROP_BEFORE_EXECUTION,
        DROP_AFTER_EXECUTION,
        DELAY_BEFORE_EXECUTION,
        DELAY_AFTER_EXECUTION,
        EXECUTES_LATER,
        TRUNCATED_BODY,
        MALFORMED_BODY,
        NOT_FOUND,
        STALLS_CONNECTION,
        TRICKLE,
        DUPLICATE_DELIVERY
    }

    private static Fault fault(ControlCall call) {
        return switch (call.oneOf("kind", Kind.class)) {
            case NONE -> Fault.none();
            case REJECT -> Fault.reject(call.text("code"), call.text("message"));
            case RATE_LIMITED ->
                Fault.rateLimited(
                        call.has("retryAfter") ? Duration.ofSeconds(call.whole("retryAfter", 0, 0, 86_400)) : null);
            case SERVER_ERROR -> Fault.serverError(status(call));
            case SERVER_ERROR_AFTER_EXECUTION -> Fault.serverErrorAfterExecution(status(call));
            case DROP_BEFORE_EXECUTION -> Fault.dropBeforeExecution();
            case DROP_AFTER_EXECUTION -> Fault.dropAfterExecution();
            case DELAY_BEFORE_EXECUTION -> Fault.delayBeforeExecution(delay(call));
            case DELAY_AFTER_EXECUTION -> Fault.delayAfterExecution(delay(call));
            case EXECUTES_LATER ->
                call.has("status") ? Fault.executesLater(delay(call), status(call)) : Fault.executesLater(delay(call));
            case TRUNCATED_BODY -> Fault.truncatedBody();
            case MALFORMED_BODY -> Fault.malformedBody();
            case NOT_FOUND ->
                call.has("orders")
                        ? Fault.notFound(
                                call.texts("orders").stream().distinct().toArray(String[]::new))
                        : Fault.notFound();
            case STALLS_CONNECTION -> Fault.stallsConnection();
            case TRICKLE -> Fault.trickle(delay(call));
            case DUPLICATE_DELIVERY -> Fault.duplicateDelivery();
        };
    }

    private static int status(ControlCall call) {
        return call.whole("status", 503, 400, 599);
    }

    private static Duration delay(ControlCall call) {
        call.text("delay");
        return Duration.ofMillis(call.whole("delay", 0, 1, 600_000));
    }

    private Map<String, @Nullable Object> create(ControlCall call) {
        VenueSimulator venue = desk.venue(call.name(0));
        call.takes(
                "operation", "kind", "standing", "times", "code", "message", "status", "delay", "retryAfter", "orders");
        Fault fault = fault(call);
        int times = call.whole("times", 1, 1, MOST_TIMES);
        boolean standing = call.has("standing") && call.flag("standing");
        if (standing && call.has("times")) {
            throw ControlException.invalid("A standing fault strikes every time; leave out 'times' or 'standing'");
        }
        Faults.On faults = faults(venue, call);
        if (standing) {
            faults.always(fault);
        } else {
            for (int i = 0; i < times; i++) {
                faults.next(fault);
            }
        }
        desk.changed(venue.venueId(), "faults", call);
        return list(venue);
    }

    private Map<String, @Nullable Object> clear(ControlCall call) {
        VenueSimulator venue = desk.venue(call.takes("operation").name(0));
        if (call.has("operation")) {
            faults(venue, call).clear();
        } else {
            venue.faults().clear();
        }
        desk.changed(venue.venueId(), "faults", call);
        return list(venue);
    }

    private static Faults.On faults(VenueSimulator venue, ControlCall call) {
        return call.has("operation")
                ? venue.faults().on(call.text("operation"))
                : venue.faults().onAny();
    }

    private static Map<String, @Nullable Object> list(VenueSimulator venue) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Faults.Pending pending : venue.faults().pending()) {
            Fault standing = pending.standing();
            rows.add(Json.object(
                    "operation", pending.operationId(),
                    "queued", pending.queued().stream().map(Fault::name).toList(),
                    "standing", standing == null ? null : standing.name()));
        }
        return Json.object("faults", rows);
    }
}
