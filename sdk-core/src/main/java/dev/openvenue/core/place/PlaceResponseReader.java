package dev.openvenue.core.place;

import dev.openvenue.core.VenueResponse;
import dev.openvenue.core.codegen.BatchPlaceDescription.Response;
import dev.openvenue.core.codegen.JsonTree;
import dev.openvenue.core.codegen.Printable;
import dev.openvenue.core.error.Effect;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorCatalogue.Remedy;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.core.error.RejectedException;
import dev.openvenue.core.place.PlaceVerdict.Doubtful;
import dev.openvenue.core.place.PlaceVerdict.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a successful call says about each of its orders. Only a row that names an order says anything about it: an
 * order without a row, or with rows that contradict each other, is in doubt.
 */
final class PlaceResponseReader {
    private final PlaceContext venue;
    private final Response form;

    PlaceResponseReader(PlaceContext venue) {
        this.venue = venue;
        this.form = venue.description().response();
    }

    /** One verdict for each order, in their order. */
    List<PlaceVerdict> read(List<PlaceIntent> orders, VenueResponse<?> response) {
        List<PlaceVerdict> verdicts =
                form.clientOrderId() == null ? byEcho(orders, response) : byClientOrderId(orders, response);
        return unique(verdicts, response);
    }

    private List<PlaceVerdict> byClientOrderId(List<PlaceIntent> orders, VenueResponse<?> response) {
        Doubtful contradiction = doubt(response, "told two things of one order");
        Map<String, PlaceVerdict> found = new HashMap<>();
        for (String list : places()) {
            for (Object row : rows(response, list)) {
                String id = JsonTree.text(row, form.clientOrderId());
                if (id != null) {
                    PlaceVerdict said = verdict(row, list.equals(form.failure()), response);
                    found.merge(id, said, (one, other) -> one.equals(other) ? one : contradiction);
                }
            }
        }
        Doubtful missing = doubt(response, "left orders of the call out of its response");
        List<PlaceVerdict> verdicts = new ArrayList<>();
        for (PlaceIntent order : orders) {
            verdicts.add(found.getOrDefault(String.valueOf(order.clientOrderId()), missing));
        }
        return verdicts;
    }

    private List<String> places() {
        List<String> places = new ArrayList<>();
        Optional.ofNullable(form.rows()).ifPresent(places::add);
        Optional.ofNullable(form.success()).ifPresent(places::add);
        Optional.ofNullable(form.failure()).ifPresent(places::add);
        return places;
    }

    /** A row must say either which order was placed or that it was rejected. */
    private PlaceVerdict verdict(Object row, boolean failure, VenueResponse<?> response) {
        String orderId = JsonTree.text(row, form.orderId());
        String said = JsonTree.text(row, form.code());
        String code = said != null && form.placed().contains(said) ? null : said;
        boolean flagged = form.rejected().stream().anyMatch(flag -> "true".equals(JsonTree.text(row, flag)));
        if (orderId != null && code == null && !failure && !flagged) {
            return new Placed(orderId);
        }
        if (orderId == null && (code != null || flagged)) {
            return PlaceFailures.rejected(rejection(code == null ? "" : code, flagged, row, response));
        }
        return doubt(
                response,
                orderId == null
                        ? "returned a row with neither an order id nor a code"
                        : "returned an order id for an order that it also rejected");
    }

    /**
     * A flag says that the order was not placed, whatever the code means; a code alone says what the catalogue knows.
     */
    private RejectedException rejection(String code, boolean flagged, Object row, VenueResponse<?> response) {
        String message = JsonTree.text(row, form.message());
        String words = message == null && code.isEmpty()
                ? "the venue gave no reason"
                : message == null || message.equals(code) ? "" : Printable.line(message);
        Optional<ErrorCatalogue.Entry> entry = venue.errors().find(code);
        return new RejectedException(
                venue.id(),
                venue.operation(),
                entry.map(ErrorCatalogue.Entry::effect).orElse(flagged ? Effect.NONE : Effect.UNKNOWN),
                venue.name() + " rejected an order of " + venue.operation() + ": "
                        + (Printable.line(code) + " " + words).strip(),
                code,
                entry.map(ErrorCatalogue.Entry::kind).orElse(ErrorKind.OTHER),
                entry.map(ErrorCatalogue.Entry::remedy).orElse(flagged ? Remedy.NONE : Remedy.LOOK_UP_ORDER),
                response.status(),
                words,
                null,
                response.body());
    }

    /**
     * At a venue without client order ids a row belongs to the order that it repeats. All rows are of this very call,
     * so it does not matter which of two equal orders gets which id.
     */
    private List<PlaceVerdict> byEcho(List<PlaceIntent> orders, VenueResponse<?> response) {
        List<Object> rows = new ArrayList<>(rows(response, form.rows()));
        Doubtful missing = doubt(response, "left orders of the call out of its response");
        List<PlaceVerdict> verdicts = new ArrayList<>();
        for (PlaceIntent order : orders) {
            PlaceVerdict verdict = missing;
            for (Object row : rows) {
                String orderId = JsonTree.text(row, form.orderId());
                if (orderId != null && repeats(row, order)) {
                    verdict = new Placed(orderId);
                    rows.remove(row);
                    break;
                }
            }
            verdicts.add(verdict);
        }
        return verdicts;
    }

    private boolean repeats(Object row, PlaceIntent order) {
        return form.echoes().stream().allMatch(name -> {
            String sent = JsonTree.text(order.fields(), name);
            String returned = JsonTree.text(row, name);
            return sent != null && returned != null && Fields.isSame(sent, returned);
        });
    }

    /** An id that two orders share belongs to neither. */
    private List<PlaceVerdict> unique(List<PlaceVerdict> verdicts, VenueResponse<?> response) {
        Set<String> once = new HashSet<>();
        Set<String> shared = new HashSet<>();
        verdicts.forEach(verdict -> {
            if (verdict instanceof Placed placed && !once.add(placed.orderId())) {
                shared.add(placed.orderId());
            }
        });
        Doubtful doubt = doubt(response, "returned one order id for several orders");
        return verdicts.stream()
                .map(verdict -> verdict instanceof Placed placed && shared.contains(placed.orderId()) ? doubt : verdict)
                .toList();
    }

    private static List<Object> rows(VenueResponse<?> response, @Nullable String where) {
        return JsonTree.rows(JsonTree.at(response.value(), where));
    }

    private Doubtful doubt(VenueResponse<?> response, String what) {
        return new Doubtful(venue.malformed(venue.operation(), what, response));
    }
}
