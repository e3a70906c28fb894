package dev.quell.report;

import dev.quell.call.CallerNumber;
import dev.quell.report.Counters.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls of one source that have some kinds of words in common.
 *
 * @param words what they have, by the kinds they are told apart by; empty for what they have none of
 */
public record SourceCalls(CallerNumber caller, Map<Word, String> words, Tally tally) {

    private static final Comparator<SourceWord> MOST_FIRST = Comparator.comparingLong(
                    (SourceWord word) -> word.tally().calls())
            .reversed()
            .thenComparing(SourceWord::word);

    public SourceCalls {
        words = Map.copyOf(words);
    }

    /** The same calls by one kind of word: source by source in their order, a source's most frequent word first. */
    public static List<SourceWord> by(Word kind, List<SourceCalls> calls) {
        Map<CallerNumber, Map<String, Tally>> counted = new LinkedHashMap<>();
        calls.forEach(each -> counted.computeIfAbsent(each.caller, caller -> new LinkedHashMap<>())
                .merge(each.words.getOrDefault(kind, ""), each.tally, Tally::plus));
        List<SourceWord> words = new ArrayList<>();
        counted.forEach((caller, tallies) -> tallies.entrySet().stream()
                .map(each -> new SourceWord(caller, each.getKey(), each.getValue()))
                .sorted(MOST_FIRST)
                .forEach(words::add));
        return List.copyOf(words);
    }
}
