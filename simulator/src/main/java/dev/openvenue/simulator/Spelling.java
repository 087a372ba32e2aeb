package dev.openvenue.simulator;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** How far names are apart; long texts are compared by their beginnings. */
final class Spelling {
    private static final int COMPARED = 100;

    private Spelling() {}

    /** The known name that the given one most likely stands for; empty if none is near. */
    static Optional<String> nearest(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(given, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(given, name) <= Math.max(2, Math.min(given.length(), name.length()) / 4));
    }

    /** How many letters must be inserted, deleted or replaced, whatever their case. */
    static int distance(String one, String other) {
        String a = begin(one);
        String b = begin(other);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    /**
     * A value of the client's in a sentence, whole: what is cut later must be known as a whole to hide secrets in it.
     */
    static String quoted(String text) {
        return "'" + text + "'";
    }

    private static String begin(String text) {
        return text.substring(0, Math.min(COMPARED, text.length())).toLowerCase(Locale.ROOT);
    }
}
