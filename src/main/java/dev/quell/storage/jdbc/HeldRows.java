package dev.quell.storage.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conditions that a row is kept, or is not kept, by a legal hold. */
public final class HeldRows {

    /** A condition on {@code legal_holds h}: it stands at {@code :now}; what was ended since stands yet. */
    public static final String STANDING =
            "(h.released_at is null or h.released_at > :now) and (h.until is null or h.until > :now)";

    /** A condition on {@code legal_holds h}: its number is in the JSON list {@code :holds}. */
    public static final String ONE_OF = "h.id in (select value from json_each(:holds))";

    private static final String CALLER =
            "(h.pattern is null or h.pattern = caller or h.pattern like '%*' and caller like replace(h.pattern, '*', '%'))";

    /** Of {@code flags}: none keeps it. */
    static final String FLAGS = none(STANDING + " and flags.at >= h.from_at and flags.at < h.to_at and " + CALLER);

    private static final String HELD_START = "replace(h.pattern, '*', '')";

    /** Of {@code list_entries}: those that were made before the period's end and mean some held caller, or lie within the source, are kept. */
    static final String ENTRIES = none(STANDING
            + " and created_at < h.to_at and coalesce(removed_at, expires_at) >= h.from_at and (h.pattern is null or h.pattern = list_entries.pattern"
            + " or replace(h.pattern, '*', '') like replace(list_entries.pattern, '*', '%')"
            + " or h.pattern like '%*' and list_entries.pattern like replace(h.pattern, '*', '%')"
            + " or list_entries.pattern like '%-%' and " + HELD_START + " >= substr(list_entries.pattern, 1, length("
            + HELD_START + "))"
            + " and " + HELD_START
            + " <= substr(list_entries.pattern, (length(list_entries.pattern) - 1) / 2 + 2, length(" + HELD_START + "))"
            + " and (h.pattern like '%*' or length(h.pattern) = (length(list_entries.pattern) - 1) / 2))");

    /** Of {@code calls}: no hold that stands keeps it. */
    static final String CALLS = none(STANDING + " and " + callsKept());

    private HeldRows() {}

    private static String none(String condition) {
        return "not exists (select 1 from legal_holds h where " + condition + ")";
    }

    private static String callsKept() {
        return "arrived_at >= h.from_at and arrived_at < h.to_at and " + CALLER;
    }

    /**
     * A condition on {@code calls}: some hold keeps it.
     *
     * @param which a condition on {@code legal_holds h}
     */
    public static String keptBy(String which) {
        return "exists (select 1 from legal_holds h where " + which + " and " + callsKept() + ")";
    }

    /** The holds that stand at a moment, by their numbers. */
    public static List<Long> standing(JdbcClient reader, Instant now) {
        return reader.sql("select h.id from legal_holds h where " + STANDING + " order by h.id")
                .param("now", now.toEpochMilli())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Numbers of holds as {@link #ONE_OF} takes them. */
    public static String json(List<Long> holds) {
        return holds.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
