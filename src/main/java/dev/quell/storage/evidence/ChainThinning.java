package dev.quell.storage.evidence;

import dev.quell.evidence.key.EvidenceKey;
import dev.quell.storage.chain.ChainNotes;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.evidence.DroppedBlocks.Range;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Drops blocks all of whose calls are gone, and old notes that nobody needs, between those that stay. A note tells of them first. */
final class ChainThinning {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 64;
    private static final int RANGES = 500;
    private static final int BATCH = 50;

    private static final String CANDIDATES = """
            select number, hash, previous, count, list, kind from chain_blocks
            where number > :from and at < :before and number < (select max(number) from chain_blocks)
                and (kind is null or kind = 'HEAD'
                    or kind = 'RETENTION' and number < (select max(number) from chain_blocks where kind = 'RETENTION'))
            order by number limit\s""" + PAGE;

    private final SqliteDatabase database;
    /** Of blocks that stay, a call that was there when they were looked at. */
    private final Map<Long, String> staying = new HashMap<>();

    ChainThinning(SqliteDatabase database) {
        this.database = database;
    }

    /** A block, as far as it takes part; ids are null for a note. */
    private record Candidate(Range range, @Nullable List<String> ids) {
        static Candidate read(ResultSet row, int index) throws SQLException {
            long number = row.getLong("number");
            String list = new String(row.getBytes("list"), StandardCharsets.UTF_8);
            return new Candidate(
                    new Range(
                            number,
                            number,
                            String.valueOf(row.getString("previous")),
                            String.valueOf(row.getString("hash")),
                            row.getString("kind") == null ? row.getLong("count") : 0),
                    row.getString("kind") != null
                            ? null
                            : list.lines()
                                    .skip(1)
                                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                                    .distinct()
                                    .toList());
        }
    }

    /** Drops what was made before a moment and is needed no more. */
    void thin(long before, Instant now, EvidenceKey key) {
        List<Range> ranges = ranges(before);
        if (ranges.isEmpty()) {
            return;
        }
        Map<String, Object> values =
                Map.of("ranges", ranges.stream().map(Range::values).toList());
        database.writeOn(connection ->
                        ChainNotes.write(connection, key, new Draft(DroppedBlocks.KIND, now.toEpochMilli(), values)))
                .join();
        ranges.forEach(this::drop);
    }

    private List<Range> ranges(long before) {
        List<Range> ranges = new ArrayList<>();
        long from = 0;
        List<Candidate> page;
        do {
            page = page(from, before);
            for (Candidate each : page) {
                from = each.range().from();
                if (isGone(each)) {
                    join(ranges, each.range());
                }
            }
        } while (page.size() == PAGE
                && ranges.size() < RANGES
                && !Thread.currentThread().isInterrupted());
        return ranges;
    }

    private List<Candidate> page(long from, long before) {
        return database.reader()
                .sql(CANDIDATES)
                .param("from", from)
                .param("before", before)
                .query(Candidate::read)
                .list();
    }

    private static void join(List<Range> ranges, Range next) {
        if (!ranges.isEmpty() && ranges.getLast().to() + 1 == next.from()) {
            ranges.add(ranges.removeLast().and(next));
        } else {
            ranges.add(next);
        }
    }

    private boolean isGone(Candidate block) {
        List<String> ids = block.ids();
        if (ids == null) {
            return true;
        }
        JdbcClient reader = database.reader();
        long number = block.range().from();
        String known = staying.get(number);
        if (known != null && living(reader, List.of(known)).isPresent()) {
            return false;
        }
        Optional<String> living = living(reader, ids);
        living.ifPresentOrElse(id -> staying.put(number, id), () -> staying.remove(number));
        return living.isEmpty();
    }

    private static Optional<String> living(JdbcClient reader, List<String> ids) {
        return reader.sql("select id from calls where id in (select value from json_each(:ids)) limit 1")
                .param("ids", JSON.writeValueAsString(ids))
                .query(String.class)
                .optional();
    }

    /** From the end, so that what is left of a range that was broken off still follows what is before it. */
    private void drop(Range range) {
        for (long to = range.to(); to >= range.from(); to -= BATCH) {
            long last = to;
            database.writeNow(connection -> connection
                    .sql("delete from chain_blocks where number between :from and :to")
                    .param("from", Math.max(range.from(), last - BATCH + 1))
                    .param("to", last)
                    .update());
        }
    }
}
