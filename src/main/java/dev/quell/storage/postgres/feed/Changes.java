package dev.quell.storage.postgres.feed;

import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record's changes of what instances share. */
final class Changes {

    private final JdbcClient reader;

    Changes(JdbcClient reader) {
        this.reader = reader;
    }

    /**
     * Where the changes are.
     *
     * @param record which record this is
     * @param place that of the last one
     * @param oldest that of the first one that is kept, one more than the last if none is
     * @param at epoch milliseconds of the last one, 0 if it is not kept
     */
    record Head(String record, long place, long oldest, long at) {}

    /**
     * A portion of changes.
     *
     * @param rows as they are now, each once
     * @param place that of the last one
     * @param at its time, epoch milliseconds
     * @param whole false if there were some of a kind that only a newer service knows
     */
    record Portion(List<SharedRow> rows, long place, long at, boolean whole) {}

    /** @param kind what it is a change of; null if only a newer service knows */
    private record Noted(long place, @Nullable Kind kind, String ref, long at) {}

    private static @Nullable Kind kind(String name) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    Head head() {
        return reader.sql("""
                        select (select uid from record_identity) as uid, place,
                            coalesce((select place from changes order by place limit 1), place + 1) as oldest,
                            coalesce((select at from changes where place = changes_head.place), 0) as at
                        from changes_head""")
                .query((row, number) ->
                        new Head(row.getString("uid"), row.getLong("place"), row.getLong("oldest"), row.getLong("at")))
                .single();
    }

    /** When the change at a place was made, in epoch milliseconds; 0 if it is not kept. */
    long at(long place) {
        return reader.sql("select at from changes where place = :place")
                .param("place", place)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Portion after(long place, int limit) {
        List<Noted> noted = reader.sql("select * from changes where place > :place order by place limit :limit")
                .param("place", place)
                .param("limit", limit)
                .query((row, number) -> new Noted(
                        row.getLong("place"), kind(row.getString("kind")), row.getString("ref"), row.getLong("at")))
                .list();
        Map<Kind, Set<String>> refs = new EnumMap<>(Kind.class);
        boolean whole = true;
        for (Noted one : noted) {
            Kind kind = one.kind();
            whole &= kind != null;
            if (kind != null) {
                refs.computeIfAbsent(kind, first -> new LinkedHashSet<>()).add(one.ref());
            }
        }
        List<SharedRow> rows = new ArrayList<>();
        refs.forEach((kind, wanted) -> rows.addAll(RecordTable.of(kind).read(reader, wanted)));
        return noted.isEmpty()
                ? new Portion(rows, place, 0, true)
                : new Portion(rows, noted.getLast().place(), noted.getLast().at(), whole);
    }

    List<SharedRow> page(Kind kind, String after, int limit) {
        return RecordTable.of(kind).page(reader, after, limit);
    }
}
