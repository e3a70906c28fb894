package dev.quell.storage.evidence;

import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.chain.ChainNotes;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.evidence.EarlierPage.Entry;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hashes the calls from before the chain, page by page, and then tells the chain of the pages: from then on they can be changed no more than those that came
 * after. What was hashed before a stop is hashed again. For one thread.
 */
final class EarlierCalls {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierCalls.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 10_000;

    private final SqliteDatabase database;
    private final EvidenceKeys keys;
    private final Clock clock;
    private final String seed;
    private final EarlierRow rows;
    private final List<EarlierPage> pages = new ArrayList<>();
    private long before = -1;
    private long after;

    EarlierCalls(SqliteDatabase database, EvidenceKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        byte[] random = new byte[2 * EarlierRow.KEPT];
        new SecureRandom().nextBytes(random);
        this.seed = Hashes.hex(random);
        this.rows = new EarlierRow(seed);
    }

    /** A row's number, and what is kept of it. */
    private record Read(long row, Optional<Entry> entry) {}

    /** Does the next page; whether there may be more to do. */
    boolean step() {
        if (before < 0 && !begin()) {
            return false;
        }
        if (after < before) {
            page();
            return true;
        }
        tell();
        return false;
    }

    /** Whether there are calls that the chain has to be told of. */
    boolean isOpen() {
        return database.reader()
                .sql(
                        "select exists (select 1 from chain_blocks where kind = 'GENESIS' and json_extract(note, '$.before') > 0)"
                                + " and not exists (select 1 from chain_blocks where kind = 'BEGUN')")
                .query(Boolean.class)
                .single();
    }

    private boolean begin() {
        if (!isOpen()) {
            return false;
        }
        before = database.reader()
                .sql("select json_extract(note, '$.before') from chain_blocks where kind = 'GENESIS'")
                .query(Long.class)
                .single();
        database.writeNow(
                connection -> connection.sql("delete from chain_before").update());
        LOG.info("The calls from before the chain are hashed, up to row {}; calls are screened meanwhile", before);
        return true;
    }

    private void page() {
        Map<Long, Entry> entries = new TreeMap<>();
        long[] read = {0, after, 0};
        try (Stream<Read> found = database
                .reader()
                .sql("select * from calls where seq > :after and seq <= :before order by seq limit " + PAGE)
                .param("after", after)
                .param("before", before)
                .query((row, number) -> read(RowMap.read(row, number)))
                .stream()) {
            found.forEach(each -> {
                read[0]++;
                read[1] = each.row();
                each.entry().ifPresent(entry -> {
                    entries.put(each.row(), entry);
                    read[2] = Math.max(read[2], entry.arrived());
                });
            });
        }
        long last = read[0] < PAGE ? before : read[1];
        byte[] kept = EarlierPage.bytes(after, entries);
        EarlierPage page = new EarlierPage(pages.size(), after, last, read[2], Hashes.hex(Hashes.of(kept)));
        database.writeNow(connection -> connection
                .sql("insert or replace into chain_before (page, calls) values (:page, :calls)")
                .param("page", page.number())
                .param("calls", kept)
                .update());
        pages.add(page);
        after = last;
    }

    private Read read(Map<String, Object> row) {
        long arrived = Math.clamp(RowMap.whole(row, "arrived_at") / 1000, 0, 0xffff_ffffL);
        return new Read(RowMap.whole(row, "seq"), rows.hash(row).map(hash -> new Entry(arrived, hash)));
    }

    private void tell() {
        EvidenceKey key = keys.get();
        Map<String, Object> values = Map.of(
                "seed", seed, "pages", pages.stream().map(EarlierPage::values).toList());
        boolean open = isOpen();
        if (open) {
            database.writeOn(connection ->
                            ChainNotes.write(connection, key, new Draft(EarlierPage.KIND, clock.millis(), values)))
                    .join();
            LOG.info("The calls from before the chain are hashed: {} pages; the chain has their hashes", pages.size());
        }
        before = -1;
        after = 0;
        pages.clear();
    }

    /** Forgets pages all of whose calls retention has removed. */
    void drop() {
        long ever = database.reader()
                .sql(
                        "select json_extract(note, '$.ever') from chain_blocks where kind = 'RETENTION' order by number desc limit 1")
                .query(Long.class)
                .optional()
                .orElse(Long.MIN_VALUE);
        note().stream()
                .flatMap(note -> EarlierPage.of(note).stream())
                .filter(page -> page.newest() * 1000 + 999 < ever && isEmpty(page))
                .forEach(page -> database.writeNow(connection -> connection
                        .sql("delete from chain_before where page = :page")
                        .param("page", page.number())
                        .update()));
    }

    private Optional<JsonNode> note() {
        return database.reader()
                .sql("select note from chain_blocks where kind = 'BEGUN' order by number limit 1")
                .query(String.class)
                .optional()
                .map(JSON::readTree);
    }

    private boolean isEmpty(EarlierPage page) {
        return database.reader()
                        .sql("select exists (select 1 from chain_before where page = :page)")
                        .param("page", page.number())
                        .query(Boolean.class)
                        .single()
                && !database.reader()
                        .sql("select exists (select 1 from calls where seq > :after and seq <= :last and "
                                + Unchained.ROWS + ")")
                        .param("after", page.after())
                        .param("last", page.last())
                        .query(Boolean.class)
                        .single();
    }
}
