package dev.quell.storage.evidence;

import dev.quell.evidence.chain.Hashes;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.storage.chain.ChainNotes;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.time.Clock;
import java.util.Map;

/** Explanations are made from the settings of a version of the rules, so the chain has their hash. */
final class RulesNotes {

    private final SqliteDatabase database;
    private final Clock clock;

    RulesNotes(SqliteDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Tells the chain of the versions that it does not know. */
    void tell(EvidenceKey key) {
        database.reader()
                .sql("select version, settings from classifier_versions where version not in"
                        + " (select json_extract(note, '$.version') from chain_blocks where kind = 'RULES')")
                .query(RowMap::read)
                .list()
                .forEach(row -> {
                    Map<String, Object> values = Map.of(
                            "version",
                            row.get("version"),
                            "hash",
                            Hashes.hex(Hashes.of(String.valueOf(row.get("settings")))));
                    database.writeOn(connection ->
                                    ChainNotes.write(connection, key, new Draft("RULES", clock.millis(), values)))
                            .join();
                });
    }
}
