package dev.openvenue.conformance.soak;

import dev.openvenue.simulator.Fault;
import dev.openvenue.simulator.Faults;
import java.time.Duration;
import java.util.Random;

/** Makes a venue fail: occasionally one request, sometimes all of them for a while. */
final class SoakFaults {
    private final SoakedVenue venue;
    private final Random random;

    SoakFaults(SoakedVenue venue, Random random) {
        this.venue = venue;
        this.random = random;
    }

    void run() {
        Faults faults = venue.simulator().faults();
        while (!venue.pause(Duration.ofMillis(50 + random.nextInt(400)))) {
            if (random.nextInt(40) == 0) {
                faults.onAny().always(draw());
                venue.pause(Duration.ofMillis(random.nextInt(2000)));
                faults.clear();
            } else if (random.nextInt(3) == 0) {
                faults.onAny().next(draw());
            }
            venue.simulator().cancelLatency(random.nextInt(3));
        }
        faults.clear();
    }

    private Fault draw() {
        return switch (random.nextInt(11)) {
            case 0 -> Fault.dropBeforeExecution();
            case 1 -> Fault.dropAfterExecution();
            case 2 -> Fault.malformedBody();
            case 3 -> Fault.truncatedBody();
            case 4 -> Fault.rateLimited(null);
            case 5 -> Fault.rateLimited(Duration.ofSeconds(random.nextInt(2)));
            case 6 -> Fault.serverError(500 + random.nextInt(5));
            case 7 -> Fault.serverErrorAfterExecution(500 + random.nextInt(5));
            case 8 -> Fault.delayBeforeExecution(delay());
            case 9 -> Fault.delayAfterExecution(delay());
            default -> Fault.redirect("https://elsewhere.invalid/");
        };
    }

    private Duration delay() {
        return Duration.ofMillis(random.nextInt(random.nextInt(10) == 0 ? 8000 : 300));
    }
}
