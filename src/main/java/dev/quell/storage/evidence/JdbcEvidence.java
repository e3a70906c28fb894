package dev.quell.storage.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.calllog.LoggedCall;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.KeptCall;
import dev.quell.evidence.KeptNote;
import dev.quell.evidence.chain.BlockHead;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.chain.ChainNotes;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Evidence out of this instance's database. */
public final class JdbcEvidence implements EvidenceStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 200;

    private final SqliteDatabase database;
    private final JdbcClient reader;
    private final EvidenceKeys keys;
    private final ChainBeginning beginning;

    /**
     * Over a database.
     *
     * @param reader sees what was told before
     * @param keys the key that signs notes
     * @param beginning asked whether it may
     */
    public JdbcEvidence(SqliteDatabase database, JdbcClient reader, EvidenceKeys keys, ChainBeginning beginning) {
        this.database = database;
        this.reader = reader;
        this.keys = keys;
        this.beginning = beginning;
    }

    /** A row, read in both ways. */
    private record Row(LoggedCall call, Map<String, Object> values) {}

    @Override
    public List<Long> find(ListPattern source, Instant from, Instant to, int limit) {
        return reader.sql("select seq from calls where " + Meaning.CALLER
                        + " and arrived_at >= :from and arrived_at < :to order by arrived_at, seq limit :limit")
                .params(Meaning.of(source))
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    @Override
    public void read(List<Long> calls, Consumer<KeptCall> consumer) {
        KeptFacts facts = new KeptFacts(database.reader(), keys.get().fingerprint());
        for (int from = 0; from < calls.size(); from += PAGE) {
            List<Long> page = calls.subList(from, Math.min(calls.size(), from + PAGE));
            database.reader()
                    .sql("select * from calls where seq in (:page) order by arrived_at, seq")
                    .param("page", page)
                    .query((row, number) -> new Row(JdbcCallLog.read(row, number), RowMap.read(row, number)))
                    .list()
                    .forEach(row -> consumer.accept(new KeptCall(row.call(), facts.of(row.values()))));
        }
    }

    @Override
    public List<Map<String, Object>> flags(ListPattern source, Instant from, Instant to) {
        return reader.sql("""
                select f.* from flags f left join calls c on c.id = f.call_id
                where coalesce(c.arrived_at, f.at) >= :from and coalesce(c.arrived_at, f.at) < :to
                    and f.caller >= :low and f.caller < :high order by f.at, f.id""")
                .params(Meaning.of(source))
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query(RowMap::read)
                .list();
    }

    @Override
    public List<Map<String, Object>> entries(ListPattern source) {
        return reader.sql("""
                select id, kind, pattern, reason, author, origin, created_at, expires_at, step, removed_at, removed_by,
                    removed_because from list_entries
                where pattern = :text or pattern >= :low and pattern < :high
                    or substr(pattern, -1) = '*' and substr(:low, 1, length(pattern) - 1) = substr(pattern, 1, length(pattern) - 1)
                    or pattern like '%-%' and substr(pattern, 1, length(:low)) <= :low
                        and substr(pattern, (length(pattern) - 1) / 2 + 2, length(:low)) >= :low
                        and ((length(pattern) - 1) / 2 = length(:low) or substr(:text, -1) = '*' and (length(pattern) - 1) / 2 > length(:low))
                order by created_at, id""")
                .param("text", source.text())
                .params(Meaning.of(source))
                .query(RowMap::read)
                .list();
    }

    @Override
    public void way(Collection<Long> blocks, Consumer<String> heads, Consumer<String> notes) {
        new ChainWay(database.reader()).go(blocks, heads, notes);
    }

    @Override
    public List<KeptNote> exports(ListPattern source, long through) {
        return database
                .reader()
                .sql(
                        "select number, note, details from chain_blocks where kind = 'EXPORT' and details is not null and number <= :through order by number")
                .param("through", through)
                .query((row, number) ->
                        new KeptNote(row.getString("note"), row.getString("details"), row.getLong("number")))
                .list()
                .stream()
                .filter(note -> Objects.equals(
                        JSON.readTree(note.details()).path("source").asString(""), source.text()))
                .toList();
    }

    @Override
    public KeptNote note(String kind, Instant at, Map<String, ?> values, Map<String, ?> details) {
        EvidenceKey key = keys.get();
        return database.writeOn(connection ->
                        ChainNotes.write(connection, key, new Draft(kind, at.toEpochMilli(), values, details)))
                .join();
    }

    @Override
    public void begin() {
        beginning.begin();
    }

    @Override
    public BlockHead head() {
        return new ChainWay(database.reader()).last().orElse(BlockHead.NONE);
    }

    @Override
    public long unsigned() {
        return database.reader()
                .sql(
                        "select coalesce(max(number), 0) - coalesce((select max(number) from chain_blocks where kind > ''), 0) from chain_blocks")
                .query(Long.class)
                .single();
    }
}
