package dev.openvenue.conformance.soak;

import dev.openvenue.core.VenueClient;
import dev.openvenue.simulator.VenueSimulator;
import java.lang.ref.Reference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keeps several clients of every venue busy while their venues fail at random, and checks at the end whether heap,
 * threads, connections, file descriptors and rate limits are where they began. Arguments: how long ({@code PT30M}), and
 * a seed.
 *
 * <p>A tenth of the time goes to a first round, so that what is loaded and cached once counts as the beginning. Both
 * rounds end with everything closed; the clients stay referenced while their footprint is measured, so that what a
 * client hoards is seen.
 *
 * <p>Exit status 0 if nothing stayed behind and no report was contradicted by a venue's book, else 1.
 */
final class Soak {
    private final long seed;

    private Soak(long seed) {
        this.seed = seed;
    }

    public static void main(String[] args) throws InterruptedException {
        Duration length = Duration.parse(args[0]);
        Soak soak = new Soak(Long.parseLong(args[1]));
        System.out.println("soak: " + length + ", seed " + soak.seed + ", venues " + VenueSimulator.venues());

        List<String> problems = new ArrayList<>();
        Footprint before = soak.round("first round", length.dividedBy(10), 0, problems);
        Footprint after = soak.round("second round", length.minus(length.dividedBy(10)), 1, problems);

        before.printBeside(after);
        problems.addAll(before.grownUntil(after));
        problems.stream().limit(20).forEach(problem -> System.out.println("PROBLEM " + problem));
        System.out.println(problems.isEmpty() ? "soak: nothing stayed behind" : "soak: problems " + problems.size());
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** Runs all venues for so long, closes everything, and measures what is left. */
    private Footprint round(String title, Duration length, int number, List<String> problems)
            throws InterruptedException {
        // In a method of its own, because a frame that is still there holds on to what its loops went over.
        List<VenueClient> closed = run(title, length, number, problems);
        Footprint footprint = Footprint.measure();
        // Only now may the clients go: what they hoarded was part of the footprint.
        Reference.reachabilityFence(closed);
        return footprint;
    }

    private List<VenueClient> run(String title, Duration length, int number, List<String> problems)
            throws InterruptedException {
        List<SoakedVenue> venues = VenueSimulator.venues().stream()
                .map(id -> new SoakedVenue(id, seed + number))
                .toList();
        Instant end = Instant.now().plus(length);
        venues.forEach(SoakedVenue::start);
        for (SoakedVenue venue : venues) {
            venue.runUntil(end);
        }
        System.out.printf(
                Locale.ROOT,
                "%n%-14s %9s %9s %9s %9s %9s %9s%n",
                title,
                "placed",
                "cancels",
                "runs",
                "failures",
                "clients",
                "lies");
        List<VenueClient> closed = new ArrayList<>();
        for (SoakedVenue venue : venues) {
            venue.close();
            closed.addAll(venue.clients());
            System.out.println(venue.line());
            problems.addAll(venue.contradictions());
        }
        return closed;
    }
}
