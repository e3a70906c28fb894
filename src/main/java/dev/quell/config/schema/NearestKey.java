package dev.quell.config.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant by a word that is not known. */
public final class NearestKey {
    private NearestKey() {}

    /** The most alike of the candidates, if it is alike enough: at most 2 edits, and at most a third of the word. */
    public static Optional<String> among(Collection<String> candidates, String word) {
        int most = Math.clamp(word.length() / 3, 1, 2);
        return candidates.stream()
                .filter(candidate -> edits(candidate, word) <= most)
                .min(Comparator.comparingInt((String candidate) -> edits(candidate, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Edits from one word to the other: letters put in, left out, exchanged, or two neighbours swapped. */
    public static int edits(String from, String to) {
        int[][] d = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                d[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(d, from, to, i, j);
            }
        }
        return d[from.length()][to.length()];
    }

    private static int step(int[][] d, String from, String to, int i, int j) {
        int exchanged = d[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchanged, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
