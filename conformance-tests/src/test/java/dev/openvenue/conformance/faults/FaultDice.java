package dev.openvenue.conformance.faults;

import dev.openvenue.core.VenueClient;
import dev.openvenue.core.cancel.BatchCancelFixture;
import dev.openvenue.core.error.ErrorCatalogue;
import dev.openvenue.core.error.ErrorKind;
import dev.openvenue.simulator.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Draws what goes wrong with a run, and describes it. */
final class FaultDice {
    private static final Set<ErrorKind> DENIALS = EnumSet.of(ErrorKind.ORDER_NOT_FOUND, ErrorKind.ORDER_NOT_OPEN);

    private final Random random;
    private final ProvenVenue venue;
    private final List<String> orderIds;
    private final boolean delays;
    private final List<String> codes;
    private final List<String> denials;
    private boolean rejected;

    /** A fault and its description. */
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
        this.codes = codes(errors, entry -> !isBelieved(entry));
        this.denials = codes(errors, entry -> DENIALS.contains(entry.kind()));
    }

    private static List<String> codes(ErrorCatalogue errors, Predicate<ErrorCatalogue.Entry> wanted) {
        return errors.codes().stream()
                .filter(code -> errors.find(code).filter(wanted).isPresent())
                .sorted()
                .toList();
    }

    /**
     * A code that says that an order existed and is closed is believed, because some venues forget closed orders at
     * once and there is no other evidence. No client can detect a venue that lies about it, so no schedule contains
     * that lie.
     */
    private static boolean isBelieved(ErrorCatalogue.Entry entry) {
        return entry.kind() == ErrorKind.ORDER_CLOSED && entry.remedy() != ErrorCatalogue.Remedy.LOOK_UP_ORDER;
    }

    /** The operations of a run, cancels first. */
    static Set<String> operations(VenueClient client) {
        Set<String> operations = new LinkedHashSet<>(BatchCancelFixture.operations(client));
        String serverTime = client.description().serverTime();
        if (serverTime != null) {
            operations.add(serverTime.split("/", 2)[0]);
        }
        return operations;
    }

    /** Queues faults for up to the given number of requests of an operation. */
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

    /** Whether a rejection was drawn that no retry may fix. */
    boolean rejected() {
        return rejected;
    }

    /** Lets these operations deny every order for good; no fault before that shows any. */
    String deny(Collection<String> operations) {
        for (String operation : operations) {
            for (int i = random.nextInt(3); i > 0; i--) {
                venue.simulator()
                        .faults()
                        .on(operation)
                        .next(noEffect(random.nextInt(4)).fault());
            }
            venue.simulator().faults().on(operation).always(Fault.notFound());
        }
        return operations + " deny every order";
    }

    private Drawn draw() {
        int lot = random.nextInt(delays ? 28 : 21);
        return switch (lot) {
            case 0, 1, 2, 3 -> noEffect(lot);
            case 4 -> new Drawn("drop after execution", Fault.dropAfterExecution());
            case 5 -> new Drawn("malformed body", Fault.malformedBody());
            case 6 -> new Drawn("truncated body", Fault.truncatedBody());
            case 7, 8 -> serverErrorAfterExecution(500 + random.nextInt(5));
            case 9 -> new Drawn("duplicate delivery", Fault.duplicateDelivery());
            case 10 -> anOrder("is filled before execution", id -> Fault.beforeExecution(() -> venue.fill(id)));
            case 11 -> anOrder("is filled after execution", id -> Fault.afterExecution(() -> venue.fill(id)));
            case 12 -> anOrder("is set off before execution", id -> Fault.beforeExecution(() -> venue.trigger(id)));
            case 13 -> rejection(codes);
            case 14 -> rejection(denials.isEmpty() ? codes : denials);
            case 15 -> new Drawn("not found", Fault.notFound());
            case 16 -> anOrder("is not found", Fault::notFound);
            case 17 -> later(Fault::executesLater);
            case 18, 19, 20 -> later(delay -> Fault.executesLater(delay, 502 + random.nextInt(3)));
            case 21, 22 -> delay("before", Fault::delayBeforeExecution);
            case 23, 24 -> delay("after", Fault::delayAfterExecution);
            case 25, 26 -> new Drawn("connection stalls", Fault.stallsConnection());
            default -> trickle(1 + random.nextInt(20));
        };
    }

    private Drawn noEffect(int lot) {
        return switch (lot) {
            case 0 -> new Drawn("drop before execution", Fault.dropBeforeExecution());
            case 1 -> new Drawn("429", Fault.rateLimited(null));
            case 2 -> rateLimited(Duration.ofSeconds(random.nextInt(3)));
            default -> serverError(500 + random.nextInt(5));
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

    private Drawn anOrder(String what, Function<String, Fault> fault) {
        if (orderIds.isEmpty()) {
            return serverError(503);
        }
        String orderId = orderIds.get(random.nextInt(orderIds.size()));
        return new Drawn("order " + orderId + " " + what, fault.apply(orderId));
    }

    private Drawn rejection(List<String> lots) {
        rejected = true;
        String code = lots.get(random.nextInt(lots.size()));
        return new Drawn("rejection " + code, Fault.reject(code, "rejected by lot"));
    }

    /** By the venue's clock, which pauses move. */
    private Drawn later(Function<Duration, Fault> fault) {
        Duration delay = Duration.ofMillis(1L << random.nextInt(16));
        return new Drawn("execution " + delay + " later", fault.apply(delay));
    }

    private static Drawn trickle(int blanks) {
        Fault fault = blanks > 10 ? Fault.trickle(Duration.ofMillis(2)) : Fault.trickle(Duration.ofMillis(2), blanks);
        return new Drawn(blanks > 10 ? "endless trickle" : "trickle of " + blanks + " blanks", fault);
    }

    private Drawn delay(String when, Function<Duration, Fault> fault) {
        Duration delay = Duration.ofMillis(10 + random.nextInt(80));
        return new Drawn("delay of " + delay.toMillis() + " ms " + when + " execution", fault.apply(delay));
    }
}
