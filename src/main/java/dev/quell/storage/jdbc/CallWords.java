package dev.quell.storage.jdbc;

import dev.quell.calllog.CallFilter;
import java.util.HashMap;
import java.util.Map;

/** The words of a filter by which calls are counted. */
final class CallWords {

    private CallWords() {}

    /** Those that a filter has, by column. */
    static Map<String, String> of(CallFilter filter) {
        Map<String, String> words = new HashMap<>();
        filter.line().ifPresent(line -> words.put("line", line));
        filter.trunk().ifPresent(trunk -> words.put("trunk", trunk));
        filter.callClass().ifPresent(only -> words.put("class", only.name()));
        filter.action().ifPresent(only -> words.put("action", only.name()));
        filter.outcome().ifPresent(only -> words.put("outcome", only.name()));
        return Map.copyOf(words);
    }

    /** Whether a filter says nothing else of a call. */
    static boolean areAll(CallFilter filter) {
        return filter.caller().isEmpty()
                && filter.applied().isEmpty()
                && filter.agent().isEmpty()
                && filter.score().isEmpty()
                && filter.caseNumber().isEmpty();
    }
}
