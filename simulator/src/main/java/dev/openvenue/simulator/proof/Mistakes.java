package dev.openvenue.simulator.proof;

import java.util.ArrayList;
import java.util.List;

/** The mistakes that clients make at any venue; one that does not change a text is no mistake there. */
public final class Mistakes {
    private Mistakes() {}

    /** The usual ones, the likeliest first. */
    public static List<Mistake> usual(SignedText due, String requestHost) {
        List<Mistake> mistakes = new ArrayList<>(ParameterMistakes.of(due));
        mistakes.addAll(BodyMistakes.of(due));
        mistakes.addAll(TimeMistakes.of(due));
        mistakes.addAll(PlaceMistakes.of(due, requestHost));
        return mistakes;
    }

    /** Those that are many and seldom. */
    public static List<Mistake> seldom(SignedText due) {
        List<Mistake> mistakes = new ArrayList<>(TimeMistakes.near(due));
        mistakes.addAll(ParameterMistakes.permutations(due));
        return mistakes;
    }
}
