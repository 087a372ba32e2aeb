package dev.openvenue.simulator.proof;

import dev.openvenue.simulator.proof.Mistake.Axis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What goes wrong with the time in a signed text: another one is sent than was signed. */
final class TimeMistakes {
    private static final String SAME = "the time that is sent is signed";
    private static final String ADVICE =
            "Read the clock once, and use the same text in what is signed and what is sent";
    private static final int NEAR_MILLIS = 30;

    private TimeMistakes() {}

    static List<Mistake> of(SignedText due) {
        List<Mistake> mistakes = new ArrayList<>();
        String time = due.time();
        if (time.isEmpty()) {
            return mistakes;
        }
        if (due.timeName().isEmpty()) {
            add("time-left-out", "without the time", "", mistakes);
        }
        if (time.matches("\\d{13}")) {
            long millis = Long.parseLong(time);
            add("time-signed-in-seconds", "for the time in seconds", time.substring(0, 10), mistakes);
            add("time-signed-in-microseconds", "for the time in microseconds", time + "000", mistakes);
            add(
                    "time-signed-as-text",
                    "for the time as ISO 8601",
                    Instant.ofEpochMilli(millis).toString(),
                    mistakes);
        } else if (time.matches("\\d{10}")) {
            add("time-signed-in-milliseconds", "for the time in milliseconds", time + "000", mistakes);
        }
        return mistakes;
    }

    /** Times of a clock that was read twice, which come last because they are many. */
    static List<Mistake> near(SignedText due) {
        List<Mistake> mistakes = new ArrayList<>();
        if (due.time().matches("\\d{13}")) {
            long millis = Long.parseLong(due.time());
            for (int off = 1; off <= NEAR_MILLIS; off++) {
                for (int sign : new int[] {-1, 1}) {
                    long other = millis + (long) sign * off;
                    add(
                            "time-read-twice",
                            "for a time " + off + " ms " + (sign < 0 ? "before" : "after") + " the one that was sent",
                            Long.toString(other),
                            mistakes);
                }
            }
        }
        return mistakes;
    }

    private static void add(String id, String did, String time, List<Mistake> mistakes) {
        mistakes.add(new Mistake(id, Axis.TIME, did, SAME, ADVICE, text -> text.withTime(time)));
    }
}
