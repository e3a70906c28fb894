package dev.quell.storage.counters;

/**
 * Which part of a question's period the counters hold, told within the statement that asks: slices may be added meanwhile. A statement begins with
 * {@link #HOURS} or {@link #DAYS}; then {@code counted} is one row with the part from {@code a} to before {@code b}, epoch milliseconds, and its first
 * span and the one behind its last. What is not in it is counted from the calls: {@link #BEFORE} and {@link #BEHIND}.
 */
final class Counted {

    /** Counts of whole hours. */
    static final String HOURS = "with recursive " + bounds("counted", "3600000", "0");

    /** Counts of the counters' days. */
    static final String DAYS = "with recursive " + bounds("counted", "86400000", "shift * 3600000");

    /** Condition of spans that are in a table of counters. */
    static final String SPANS = " >= (select low from counted) and %1$s < (select high from counted)";

    /** Condition of days in a table of counters; for a statement that begins with {@link #both()}. */
    static final String WHOLE_DAYS = "day >= (select low from counted_days) and day < (select high from counted_days)";

    /** Condition of hours before the whole days. */
    static final String HOURS_BEFORE = """
            hour >= (select low from counted)
                    and hour < (select case when d.a < d.b then d.a / 3600000 else h.high end from counted as h, counted_days as d)""";

    /** Condition of hours behind the whole days. */
    static final String HOURS_BEHIND = """
            hour >= (select case when a < b then (b + 3599999) / 3600000 else 1 end from counted_days)
                    and hour < (select case when d.a < d.b then h.high else 0 end from counted as h, counted_days as d)""";

    /** Condition of noted changes that count. */
    static final String CHANGES = "arrived_at >= (select a from counted) and arrived_at < (select b from counted)";

    /** Condition of the calls before, which are counted one by one. */
    static final String BEFORE = "arrived_at >= :from and arrived_at < (select a from counted)";

    /** Condition of the calls behind, which are counted one by one. */
    static final String BEHIND = "arrived_at >= (select b from counted) and arrived_at < :to";

    private Counted() {}

    /** Counts of whole hours, and {@code counted_days} with the whole days within. */
    static String both() {
        return HOURS + ", " + bounds("counted_days", "86400000", "shift * 3600000");
    }

    /** A span that is counted in part is so as far as it is counted at all: the period ends there, or beyond. */
    private static String bounds(String name, String length, String shift) {
        return """
                part_of_%3$s (a, b, shifted) as (select
                    case when :from <= since then since else (:from + %2$s + %1$s - 1) / %1$s * %1$s - %2$s end,
                    case when :to >= until then until else (:to + %2$s) / %1$s * %1$s - %2$s end, %2$s from counter_fill),
                %3$s (a, b, low, high) as (select case when a < b then a else :to end, case when a < b then b else :to end,
                    case when a < b then (a + shifted) / %1$s else 0 end, case when a < b then (b + shifted + %1$s - 1) / %1$s else 0 end from part_of_%3$s)
                """.formatted(length, shift, name);
    }
}
