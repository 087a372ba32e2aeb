package dev.openvenue.generator.lint;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the word that was meant. */
final class Spelling {
    /** Words that differ by more edits are other words. */
    private static final int MOST_EDITS = 2;

    private Spelling() {}

    /** The known word that differs from a misspelt one by the fewest letters; empty if all differ by many. */
    static Optional<String> nearest(String word, List<String> known) {
        return known.stream()
                .filter(candidate -> edits(word, candidate) <= MOST_EDITS)
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
    }

    /** How many letters must be inserted, removed or replaced. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
