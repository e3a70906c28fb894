package dev.quell.storage.counters;

import java.util.List;
import java.util.stream.Collectors;

/** How a statement goes through spans of an index one after the other, whatever a planner expects of so many at once. */
public enum SpanWalk {
    /** SQLite: what stands first in a cross join is its outer loop. */
    CROSS_JOIN,
    /** PostgreSQL: a subquery for each, which is joined in no other way; days before and behind all spans are left out when it is planned. */
    LATERAL;

    /**
     * A statement without order and limit.
     *
     * @param columns what it tells of a row
     * @param column of the table, by which the spans are
     * @param spans one or more, apart from each other
     * @param conditions further ones, each behind an {@code and}; or nothing
     */
    public String select(String columns, String table, String column, List<Span> spans, String conditions) {
        String values = spans.stream()
                .map(span -> "(" + span.low() + ", " + span.high() + ")")
                .collect(Collectors.joining(", "));
        String where = " where " + column + " >= low and " + column + " < high" + conditions;
        return "with spans (low, high) as (values " + values + ") select " + columns + " from spans cross join "
                + switch (this) {
                    case CROSS_JOIN -> table + where;
                    case LATERAL ->
                        "lateral (select * from " + table + where + within(column, spans) + " offset 0) as " + table;
                };
    }

    /**
     * Rows of a table by day, for a statement that has the days as {@code days (n)}; their order is kept.
     *
     * @param conditions further ones, each behind an {@code and}; or nothing
     */
    String days(String columns, String table, String conditions) {
        String where = table + " where day = n" + conditions;
        return "select " + columns + " from days cross join "
                + switch (this) {
                    case CROSS_JOIN -> where;
                    case LATERAL -> "lateral (select * from " + where + " offset 0) as " + table;
                };
    }

    private static String within(String column, List<Span> spans) {
        return " and " + column + " >= "
                + spans.stream().mapToLong(Span::low).min().orElseThrow() + " and " + column + " < "
                + spans.stream().mapToLong(Span::high).max().orElseThrow();
    }
}
