package dev.quell.storage.jdbc;

import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListPattern.Range;
import dev.quell.call.CallerNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of {@code list_entries} mean some caller whom a pattern means too, as SQL. A range {@code +A-+B} is found by its first number: that is at most a
 * million below a number of it, and as ranges have an index of their own, no other entry is looked at.
 */
final class ListConditions {

    /** As the index of ranges has it. */
    private static final String IS_RANGE = "pattern like '%-%'";

    /** The first number that a range begins with, and one past the last. */
    private static final String BEGINS = IS_RANGE + " and pattern >= :range_low and pattern < :range_high";

    /** How long both numbers of a range are, with the plus. */
    private static final String LENGTH = "(length(pattern) - 1) / 2";

    private static final String LAST = "substr(pattern, " + LENGTH + " + 2, :length)";
    private static final int SHORTEST_PREFIX = 5;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private ListConditions() {}

    /** Those of a pattern. */
    static ListConditions meeting(ListPattern pattern) {
        ListConditions made = new ListConditions();
        switch (pattern) {
            case ListPattern.Exact(CallerNumber caller) -> made.exact(caller);
            case ListPattern.Prefix(String start) -> made.prefix(start);
            case Range range -> made.range(range);
        }
        return made;
    }

    /** Rows that are ranges which mean a number. */
    static ListConditions ranges(String number) {
        ListConditions made = new ListConditions();
        made.range(number, number, number.length());
        return made;
    }

    /** The condition. */
    String sql() {
        return conditions.size() == 1
                ? "(" + conditions.getFirst() + ")"
                : "id in (select id from list_entries where "
                        + String.join(" union all select id from list_entries where ", conditions) + ")";
    }

    /** The values of its parameters. */
    Map<String, Object> values() {
        return Map.copyOf(values);
    }

    private void exact(CallerNumber caller) {
        List<String> texts = new ArrayList<>();
        texts.add(caller.key());
        if (caller instanceof CallerNumber.E164(String number)) {
            texts.addAll(prefixes(number));
            range(number, number, number.length());
        }
        texts(texts);
    }

    private void prefix(String start) {
        texts(prefixes(start));
        conditions.add("pattern >= :start and pattern < :start_end");
        values.put("start", start);
        values.put("start_end", start + ":");
        // Ranges that begin before the prefix and reach into it.
        conditions.add(IS_RANGE + " and pattern < :start and " + LENGTH + " >= :length and " + LAST + " >= :start");
        values.put("length", start.length());
    }

    private void range(Range range) {
        int alike = 0;
        while (range.from().charAt(alike) == range.to().charAt(alike)) {
            alike++;
        }
        String start = range.from().substring(0, alike);
        texts(prefixes(start));
        conditions.add(
                "pattern >= :from and pattern <= :to and length(pattern) = :length and " + "pattern not like '%*'");
        values.put("from", range.from());
        values.put("to", range.to());
        String written = "substr(pattern, 1, length(pattern) - 1)";
        conditions.add(
                "pattern >= :start and pattern < :start_end and pattern like '%*' and length(pattern) <= :length + 1"
                        + " and " + written + " >= substr(:from, 1, length(pattern) - 1) and " + written
                        + " <= substr(:to, 1, length(pattern) - 1) and length(pattern) > :alike + 1");
        values.put("start", start);
        values.put("start_end", start + ":");
        values.put("alike", alike);
        range(range.from(), range.to(), range.from().length());
    }

    private void range(String from, String to, int length) {
        conditions.add(BEGINS + " and " + LENGTH + " = :length and " + LAST + " >= :range_least");
        long first = Long.parseLong(from, 1, length, 10);
        long least = 1;
        for (int i = 2; i < length; i++) {
            least *= 10;
        }
        values.put("range_low", "+" + Math.max(least, first - Range.MOST));
        values.put("range_high", to + ".");
        values.put("range_least", from);
        values.put("length", length);
    }

    private void texts(List<String> texts) {
        if (!texts.isEmpty()) {
            conditions.add("pattern in (:texts)");
            values.put("texts", texts);
        }
    }

    private static List<String> prefixes(String start) {
        List<String> texts = new ArrayList<>();
        for (int length = start.length(); length >= SHORTEST_PREFIX; length--) {
            texts.add(start.substring(0, length) + "*");
        }
        return texts;
    }
}
