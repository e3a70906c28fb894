package dev.quell.storage.evidence;

import dev.quell.evidence.key.EvidenceKey;
import dev.quell.storage.evidence.DroppedBlocks.Range;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Drops blocks all of whose calls are gone, and old notes that nobody needs, between those that stay. Notes tell of them first. Some blocks are looked at in one
 * question, so many in one run, and it goes on where it ended.
 */
final class ChainThinning {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 64;
    /** Blocks that are looked at in a run: more than can come in an hour. */
    private static final int MOST = 500_000;

    static final String CANDIDATES = """
            select number, hash, previous, count, list, kind, case when kind = 'DROPPED' then note end as told from chain_blocks
            where number > :from and number < :end and at < :before and (kind is null or kind in ('HEAD', 'DROPPED')
                or kind = 'RETENTION' and number < (select max(number) from chain_blocks where kind = 'RETENTION'))
            order by number limit\s""" + PAGE;

    private final SqliteDatabase database;
    private final ThinnedSoFar soFar;

    ChainThinning(SqliteDatabase database) {
        this.database = database;
        this.soFar = new ThinnedSoFar(database);
    }

    /**
     * A block, as far as it takes part.
     *
     * @param ids of its calls; null for a note
     * @param told what it tells of earlier blocks, if it is a note of that
     */
    record Candidate(
            Range range,
            @Nullable List<String> ids,
            @Nullable String told) {
        static Candidate read(ResultSet row, int index) throws SQLException {
            boolean note = row.getString("kind") != null;
            long number = row.getLong("number");
            Range range = new Range(
                    number,
                    number,
                    String.valueOf(row.getString("previous")),
                    String.valueOf(row.getString("hash")),
                    note ? 0 : row.getLong("count"));
            return new Candidate(range, note ? null : ids(row.getBytes("list")), row.getString("told"));
        }

        /** One that cannot be read is no call's, and stays. */
        private static List<String> ids(byte @Nullable [] list) {
            return list == null
                    ? List.of("")
                    : new String(list, StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                            .distinct()
                            .toList();
        }

        boolean isGone(Set<String> living) {
            return ids == null || (!ids.contains("") && ids.stream().noneMatch(living::contains));
        }
    }

    /**
     * Drops what was made before a moment and is needed no more; tells how many blocks.
     *
     * @param holds the legal holds that stand: while they are the same, blocks that stayed stay
     */
    int thin(long before, List<Long> holds, long now, EvidenceKey key) {
        long from = soFar.begin(holds, now);
        long end = new ChainTimes(database.reader()).firstSince(before);
        Dropping dropping = new Dropping(database, key, now);
        List<Candidate> page;
        int looked = 0;
        do {
            page = page(from, end, before);
            Set<String> living = living(page);
            for (Candidate each : page) {
                from = each.range().from();
                if (each.isGone(living)) {
                    dropping.add(each);
                }
            }
            looked += page.size();
            if (dropping.isFull()) {
                dropping.drop();
                soFar.looked(from);
            }
        } while (page.size() == PAGE && looked < MOST && !Thread.currentThread().isInterrupted());
        dropping.drop();
        soFar.looked(from);
        return dropping.dropped();
    }

    private List<Candidate> page(long from, long end, long before) {
        return database.reader()
                .sql(CANDIDATES)
                .param("from", from)
                .param("end", end)
                .param("before", before)
                .query(Candidate::read)
                .list();
    }

    private Set<String> living(List<Candidate> page) {
        Set<String> ids = new HashSet<>();
        for (Candidate each : page) {
            if (each.ids() != null) {
                ids.addAll(each.ids());
            }
        }
        return new HashSet<>(database.reader()
                .sql("select id from calls where id in (select value from json_each(:ids))")
                .param("ids", JSON.writeValueAsString(ids))
                .query(String.class)
                .list());
    }
}
