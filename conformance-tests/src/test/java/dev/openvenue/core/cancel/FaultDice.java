package dev.openvenue.core.cancel;

import dev.openvenue.core.ErrorCatalogue;
import dev.openvenue.core.ErrorKind;
import dev.openvenue.core.VenueClient;
import dev.openvenue.simulator.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Draws what goes wrong with a run, and tells it in words. */
final class FaultDice {
    /** A venue that calls an open order closed lies; no client can see through that, so no schedule holds it. */
    private static final Set<ErrorKind> LIES =
            EnumSet.of(ErrorKind.ORDER_CLOSED, ErrorKind.ORDER_NOT_OPEN, ErrorKind.ORDER_NOT_FOUND);

    private final Random random;
    private final ProvenVenue venue;
    private final List<String> orderIds;
    private final boolean delays;
    private final List<String> codes;
    private boolean refused;

    /** What is drawn, and how it reads. */
    private record Drawn(String words, Fault fault) {}

    /**
     * Dice for one run.
     *
     * @param orderIds the orders that may be filled in between
     * @param delays whether calls may be late
     */
    FaultDice(Random random, ProvenVenue venue, ErrorCatalogue errors, List<String> orderIds, boolean delays) {
        this.random = random;
        this.venue = venue;
        this.orderIds = orderIds;
        this.delays = delays;
        this.codes = errors.codes().stream()
                .filter(code -> errors.find(code)
                        .filter(entry -> !LIES.contains(entry.kind()))
                        .isPresent())
                .sorted()
                .toList();
    }

    /** The operations of a run, cancels first. */
    static Set<String> operations(VenueClient client) {
        Set<String> operations =
                new LinkedHashSet<>(ProvenVenue.cancelVenue(client).operations());
        String serverTime = client.description().serverTime();
        if (serverTime != null) {
            operations.add(serverTime.split("/", 2)[0]);
        }
        return operations;
    }

    /** Lets up to so many requests of an operation meet something, in the order that they come. */
    String arrange(String operation, int most) {
        List<String> words = new ArrayList<>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            Drawn drawn = random.nextInt(3) == 0 ? new Drawn("nothing", Fault.beforeExecution(() -> {})) : draw();
            venue.simulator().faults().on(operation).next(drawn.fault());
            words.add(drawn.words());
        }
        return operation + " meets " + (words.isEmpty() ? "nothing" : String.join(", ", words));
    }

    /** Whether a refusal was drawn that no repeat may mend. */
    boolean refused() {
        return refused;
    }

    private Drawn draw() {
        return switch (random.nextInt(delays ? 15 : 12)) {
            case 0 -> new Drawn("drop before execution", Fault.dropBeforeExecution());
            case 1 -> new Drawn("drop after execution", Fault.dropAfterExecution());
            case 2 -> new Drawn("malformed body", Fault.malformedBody());
            case 3 -> new Drawn("truncated body", Fault.truncatedBody());
            case 4 -> new Drawn("429", Fault.rateLimited(null));
            case 5 -> rateLimited(Duration.ofSeconds(random.nextInt(3)));
            case 6 -> serverError(500 + random.nextInt(5));
            case 7 -> serverErrorAfterExecution(500 + random.nextInt(5));
            case 8 -> new Drawn("duplicate delivery", Fault.duplicateDelivery());
            case 9 -> fill("before", Fault::beforeExecution);
            case 10 -> fill("after", Fault::afterExecution);
            case 11 -> refusal();
            case 12 -> delay("before", Fault::delayBeforeExecution);
            default -> delay("after", Fault::delayAfterExecution);
        };
    }

    private static Drawn rateLimited(Duration wait) {
        return new Drawn("429 with Retry-After " + wait.toSeconds(), Fault.rateLimited(wait));
    }

    private static Drawn serverError(int status) {
        return new Drawn(status + " before execution", Fault.serverError(status));
    }

    private static Drawn serverErrorAfterExecution(int status) {
        return new Drawn(status + " after execution", Fault.serverErrorAfterExecution(status));
    }

    private Drawn fill(String when, Function<Runnable, Fault> fault) {
        if (orderIds.isEmpty()) {
            return serverError(503);
        }
        String orderId = orderIds.get(random.nextInt(orderIds.size()));
        return new Drawn(
                "order " + orderId + " is filled " + when + " execution", fault.apply(() -> venue.fill(orderId)));
    }

    private Drawn refusal() {
        refused = true;
        String code = codes.get(random.nextInt(codes.size()));
        return new Drawn("refusal " + code, Fault.refuse(code, "refused by lot"));
    }

    private Drawn delay(String when, Function<Duration, Fault> fault) {
        Duration delay = Duration.ofMillis(10 + random.nextInt(80));
        return new Drawn("delay of " + delay.toMillis() + " ms " + when + " execution", fault.apply(delay));
    }
}
