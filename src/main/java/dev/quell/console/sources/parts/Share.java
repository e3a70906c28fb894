package dev.quell.console.sources.parts;

import dev.quell.call.Printable;
import dev.quell.report.SourceWord;
import java.util.List;

/**
 * Calls of one kind among all of a source.
 *
 * @param word the kind, printable; empty for calls that have none
 * @param percent of all its calls, 0 to 100
 */
public record Share(String word, long calls, long percent) {
    private static final int LONGEST = 60;

    /** The shares of one source's words, in their order. */
    public static List<Share> of(List<SourceWord> words) {
        long all = words.stream().mapToLong(word -> word.tally().calls()).sum();
        return words.stream()
                .map(word -> new Share(
                        Printable.of(word.word(), LONGEST),
                        word.tally().calls(),
                        percent(word.tally().calls(), all)))
                .toList();
    }

    /** A part of a whole, rounded; 0 of nothing. */
    public static long percent(long part, long whole) {
        return whole == 0 ? 0 : Math.round(100.0 * part / whole);
    }
}
