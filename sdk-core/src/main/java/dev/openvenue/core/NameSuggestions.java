package dev.openvenue.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggests what a misspelt name may have meant. */
final class NameSuggestions {
    private static final int SUGGESTIONS = 3;

    private NameSuggestions() {}

    /** The most similar names, the closest first; none if all are far off. Case is ignored. */
    static List<String> closest(String name, Collection<String> names) {
        int farthest = Math.max(2, name.length() / 4);
        return names.stream()
                .filter(candidate -> distance(name, candidate) <= farthest)
                .sorted(Comparator.comparing((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .toList();
    }

    /** The Levenshtein distance: how many letters must be inserted, deleted or substituted. */
    private static int distance(String from, String to) {
        String a = from.toLowerCase(Locale.ROOT);
        String b = to.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
