package dev.quell.storage.evidence;

import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.chain.ChainNotes;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.evidence.check.HoldCheck;
import dev.quell.storage.jdbc.HeldRows;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Retention's way with the chain: what will be removed is told in the chain first, so that the rest still verifies. */
public final class ChainKeeping {

    private final SqliteDatabase database;
    private final EvidenceKeys keys;
    private final ChainThinning thinning;

    public ChainKeeping(SqliteDatabase database, EvidenceKeys keys) {
        this.database = database;
        this.keys = keys;
        this.thinning = new ChainThinning(database);
    }

    /**
     * Whether legal holds are known for certain, and what is removed can be told.
     *
     * @throws EvidenceFault if nothing that holds may keep is to be removed, with a sentence that says why
     */
    public void check() {
        keys.get();
        List<String> wrong = HoldCheck.faults(database.reader());
        if (!wrong.isEmpty()) {
            throw new EvidenceFault("the chain's notes or the legal holds were changed, so nothing is removed: "
                    + wrong.getFirst() + (wrong.size() > 1 ? ", and " + (wrong.size() - 1) + " more" : "")
                    + "; look with `quell verify`, or have it go on by `quell hold accept`");
        }
    }

    /**
     * Tells the chain that calls which arrived before their time will be removed, and which of them holds keep; {@link #check} comes before it, and removing
     * them after it. The words of exports that are old enough go at once.
     *
     * @param calls how long they are kept
     * @param texts how long it is kept who had packs made, and of whom
     */
    public void removing(Duration calls, Duration texts, Instant now) {
        JdbcClient reader = database.reader();
        write(keys.get(), note(reader, now.minus(calls).toEpochMilli(), calls, texts, now));
        database.writeNow(connection -> connection
                .sql(
                        "update chain_blocks set details = null where kind in ('EXPORT', 'HANDED') and details is not null and at < (select"
                                + " coalesce(json_extract(note, '$.texts'), 0) from chain_blocks where kind = 'RETENTION' order by number desc limit 1)")
                .update());
    }

    /**
     * Drops blocks whose calls are gone; tells how many.
     *
     * @param before calls that arrived earlier are gone, but for those under a hold
     */
    public int removed(Instant before, Instant now) {
        return thinning.thin(
                before.toEpochMilli(), HeldRows.standing(database.reader(), now), now.toEpochMilli(), keys.get());
    }

    private static Draft note(JdbcClient reader, long before, Duration calls, Duration texts, Instant now) {
        List<Long> holds = HeldCalls.standing(reader, now.toEpochMilli());
        Unchained.Ids kept = HeldCalls.before(reader, before, holds);
        Map<String, Object> values = new TreeMap<>();
        values.put("before", before);
        values.put("keeps", calls.toMillis());
        values.put("ever", Math.max(before, last(reader, "ever")));
        values.put("texts", Math.max(now.minus(texts).toEpochMilli(), last(reader, "texts")));
        values.put("holds", holds);
        values.put("kept", kept.count());
        values.put("rows", kept.hash());
        return new Draft("RETENTION", now.toEpochMilli(), values);
    }

    /** What the last note of retention says: the times to which it removed never go back, also when the settings do. */
    private static long last(JdbcClient reader, String name) {
        return reader.sql("select coalesce((select json_extract(note, '$.' || :name) from chain_blocks"
                        + " where kind = 'RETENTION' order by number desc limit 1), :least)")
                .param("name", name)
                .param("least", Long.MIN_VALUE)
                .query(Long.class)
                .single();
    }

    private void write(EvidenceKey key, Draft draft) {
        database.writeOn(connection -> ChainNotes.write(connection, key, draft)).join();
    }
}
