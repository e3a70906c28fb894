package dev.quell.storage.counters;

import dev.quell.report.Counters.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of words by which calls are told apart in a statement.
 *
 * @param kinds one or more
 */
record Words(Set<Word> kinds) {

    Words {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("calls are told apart by one kind of word or more");
        }
    }

    /** Their columns in the answer, as a list. */
    String names() {
        return each(Words::name);
    }

    /** The same of {@code calls} and of tables of counters, as expressions with those names. */
    String columns() {
        return each(word -> JdbcCounters.column(word) + " as " + name(word));
    }

    /** A row's words. */
    Map<Word, String> of(ResultSet row) throws SQLException {
        Map<Word, String> words = new EnumMap<>(Word.class);
        for (Word word : kinds) {
            words.put(word, row.getString(name(word)));
        }
        return words;
    }

    private String each(Function<Word, String> part) {
        return kinds.stream().sorted().map(part).collect(Collectors.joining(", "));
    }

    private static String name(Word word) {
        return word.name().toLowerCase(Locale.ROOT) + "_word";
    }
}
