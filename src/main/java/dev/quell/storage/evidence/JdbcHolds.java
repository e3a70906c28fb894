package dev.quell.storage.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.evidence.Hold;
import dev.quell.evidence.Holds;
import dev.quell.evidence.key.EvidenceFault;
import dev.quell.evidence.key.EvidenceKey;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.chain.ChainNotes;
import dev.quell.storage.chain.ChainNotes.Draft;
import dev.quell.storage.evidence.check.HoldCheck;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Legal holds over SQL. A hold and its note are one change. */
public final class JdbcHolds implements Holds {

    private final SqliteDatabase database;
    private final EvidenceKeys keys;

    public JdbcHolds(SqliteDatabase database, EvidenceKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public Hold keep(Hold hold, String by) {
        EvidenceKey key = keys.get();
        return database.writeOn(connection -> {
                    Hold kept = JdbcClient.create(new SingleConnectionDataSource(connection, true))
                            .sql("insert into legal_holds (pattern, from_at, to_at, author, reason, made_at, until)"
                                    + " values (:pattern, :from, :to, :author, :reason, :made, :until) returning *")
                            .param(
                                    "pattern",
                                    hold.source().map(ListPattern::text).orElse(null))
                            .param("from", hold.from().toEpochMilli())
                            .param("to", hold.to().toEpochMilli())
                            .param("author", hold.author())
                            .param("reason", hold.reason())
                            .param("made", hold.madeAt().toEpochMilli())
                            .param(
                                    "until",
                                    hold.until().map(Instant::toEpochMilli).orElse(null))
                            .query(JdbcHolds::read)
                            .single();
                    ChainNotes.write(
                            connection,
                            key,
                            note("HOLD", kept, hold.madeAt(), words(kept, hold.author(), hold.reason(), by)));
                    return kept;
                })
                .join();
    }

    @Override
    public Optional<Hold> release(long id, String who, String because, String by, Instant now) {
        EvidenceKey key = keys.get();
        return database.writeOn(connection -> {
                    Optional<Hold> released = JdbcClient.create(new SingleConnectionDataSource(connection, true))
                            .sql(
                                    "update legal_holds set released_at = :now, released_by = :by, released_because = :because"
                                            + " where id = :id and released_at is null returning *")
                            .param("now", now.toEpochMilli())
                            .param("by", who)
                            .param("because", because)
                            .param("id", id)
                            .query(JdbcHolds::read)
                            .optional();
                    if (released.isPresent()) {
                        ChainNotes.write(
                                connection,
                                key,
                                note("RELEASE", released.get(), now, words(released.get(), who, because, by)));
                    }
                    return released;
                })
                .join();
    }

    private static Draft note(String kind, Hold hold, Instant at, Map<String, Object> words) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "hold",
                hold.id(),
                "from",
                hold.from().toEpochMilli(),
                "to",
                hold.to().toEpochMilli()));
        hold.until().ifPresent(until -> values.put("until", until.toEpochMilli()));
        return new Draft(kind, at.toEpochMilli(), values, words);
    }

    private static Map<String, Object> words(Hold hold, String who, String why, String by) {
        return Map.of("source", hold.source().map(ListPattern::text).orElse("*"), "who", who, "why", why, "by", by);
    }

    @Override
    public List<String> accept(String who, String because, String by, Instant now) {
        EvidenceKey key = keys.get();
        List<String> faults = HoldCheck.faults(database.reader());
        if (faults.stream().anyMatch(fault -> fault.endsWith(HoldCheck.MORE))) {
            throw new EvidenceFault("there are too many faults to accept them one by one; look with `quell verify`");
        }
        if (!faults.isEmpty()) {
            Draft note = new Draft(
                    HoldCheck.ACCEPTED,
                    now.toEpochMilli(),
                    Map.of("faults", faults),
                    Map.of("who", who, "why", because, "by", by));
            database.writeOn(connection -> ChainNotes.write(connection, key, note))
                    .join();
        }
        return faults;
    }

    @Override
    public List<Hold> all() {
        return database.reader()
                .sql("select * from legal_holds order by id desc")
                .query(JdbcHolds::read)
                .list();
    }

    private static Hold read(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getLong("id"),
                Optional.ofNullable(row.getString("pattern")).map(ListPattern::parse),
                Instant.ofEpochMilli(row.getLong("from_at")),
                Instant.ofEpochMilli(row.getLong("to_at")),
                String.valueOf(row.getString("author")),
                String.valueOf(row.getString("reason")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                time(row, "until"),
                time(row, "released_at"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        @Nullable Object value = row.getObject(column);
        return value instanceof Number number
                ? Optional.of(Instant.ofEpochMilli(number.longValue()))
                : Optional.empty();
    }
}
