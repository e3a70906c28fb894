package dev.quell.storage.evidence;

import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.chain.ChainNotes;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a chain is told when its service starts: its signed beginning, another key, that a copy was restored, new rules. Each once. */
public final class ChainBeginning {

    private static final Logger LOG = LoggerFactory.getLogger(ChainBeginning.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SqliteDatabase database;
    private final EvidenceKeys keys;
    private final Clock clock;

    public ChainBeginning(SqliteDatabase database, EvidenceKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /** Tells it what it lacks; what fails is told to the log, and tried again when this is called again. */
    public void tryBegin() {
        try {
            begin();
        } catch (RuntimeException e) {
            LOG.error(
                    "The chain over the call log has no signed beginning: {}. Calls are screened all the same.",
                    e.getMessage());
        }
    }

    /**
     * Tells it what it lacks.
     *
     * @throws EvidenceFault if the key cannot be used, or has signed this chain's beginning and it is gone
     */
    public void begin() {
        EvidenceKey key = keys.get();
        String chain = database.reader()
                .sql("select uid from chain_identity")
                .query(String.class)
                .single();
        Optional<String> newest = newest();
        if (newest.isEmpty()) {
            genesis(key, chain);
        } else if (!newest.get().equals(key.publicBase64())) {
            write(key, new Draft("KEY", clock.millis(), Map.of("key", key.publicBase64(), "former", newest.get())));
            LOG.warn("The chain's notes are signed with another key from now on: {}", key.fingerprint());
        }
        if (!key.chains().contains(chain)) {
            keys.begun(chain);
        }
        restored(key);
        rules(key);
    }

    private Optional<String> newest() {
        return database.reader()
                .sql(
                        "select note from chain_blocks where kind in ('GENESIS', 'KEY') and note is not null order by number desc limit 1")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .optional()
                .map(note -> JSON.readTree(note).path("key").asString(""));
    }

    private void genesis(EvidenceKey key, String chain) {
        if (key.chains().contains(chain)) {
            throw new EvidenceFault(
                    "its beginning was signed once and is not in the database any more; somebody removed it."
                            + " Keep the database and its backups as they are, and look into it");
        }
        JdbcClient reader = database.reader();
        boolean fresh = !reader.sql("select exists (select 1 from chain_blocks)")
                .query(Boolean.class)
                .single();
        Unchained.Ids before = fresh ? Unchained.all(reader) : Unchained.ids(reader);
        Map<String, Object> values =
                new TreeMap<>(reader.sql("select before, coalesce((select min(arrived_at) from calls), 0) as oldest,"
                                + " coalesce((select max(arrived_at) from calls), 0) as newest from chain_identity")
                        .query(RowMap::read)
                        .single());
        values.put("calls", before.count());
        values.put("hash", before.hash());
        values.put("chain", chain);
        values.put("key", key.publicBase64());
        values.put("earlier", key.chains());
        write(key, new Draft("GENESIS", clock.millis(), values));
        LOG.info("The chain over the call log begins: {}, signed with the key {}", chain, key.fingerprint());
    }

    private void restored(EvidenceKey key) {
        Optional<String> told = database.reader()
                .sql("select restored from chain_identity where restored is not null")
                .query(String.class)
                .optional();
        told.ifPresent(text -> {
            Map<String, Object> values = new TreeMap<>();
            JSON.readTree(text)
                    .properties()
                    .forEach(each -> values.put(each.getKey(), each.getValue().asString("")));
            database.writeOn(connection -> {
                        try (PreparedStatement clear =
                                connection.prepareStatement("update chain_identity set restored = null")) {
                            clear.executeUpdate();
                        }
                        return ChainNotes.write(connection, key, new Draft("RESTORE", clock.millis(), values));
                    })
                    .join();
            LOG.warn("The chain has a note that a copy was restored: {}", values);
        });
    }

    /** Explanations are made from a version's settings, so the chain has their hash. */
    private void rules(EvidenceKey key) {
        database.reader()
                .sql("select version, settings from classifier_versions where version not in"
                        + " (select json_extract(note, '$.version') from chain_blocks where kind = 'RULES')")
                .query(RowMap::read)
                .list()
                .forEach(row -> write(
                        key,
                        new Draft(
                                "RULES",
                                clock.millis(),
                                Map.of(
                                        "version",
                                        row.get("version"),
                                        "hash",
                                        Hashes.hex(Hashes.of(String.valueOf(row.get("settings"))))))));
    }

    private void write(EvidenceKey key, Draft draft) {
        database.writeOn(connection -> ChainNotes.write(connection, key, draft)).join();
    }
}
