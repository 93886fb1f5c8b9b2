package io.bellwether.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** What somebody probably meant. */
final class Suggestion {

    private Suggestion() {}

    /** "Did you mean 'every'?", or all there is when nothing is near. */
    static String among(Collection<String> known, String given) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(candidate, given))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(nearest -> distance(nearest, given) <= Math.max(1, nearest.length() / 3))
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElseGet(() ->
                        "known are " + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    /** The edits between two names (Levenshtein), when case, hyphens and underscores do not count. */
    private static int distance(String one, String other) {
        String left = folded(one);
        String right = folded(other);
        int[] row = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= right.length(); column++) {
                int same = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(same, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[right.length()];
    }

    /** Nobody means one of our names with more than eighty letters. */
    private static String folded(String name) {
        String folded = name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
        return folded.substring(0, Math.min(folded.length(), 80));
    }
}
