package dev.quell.storage.jdbc;

import dev.quell.call.CallerNumber;
import dev.quell.history.KnownAs;
import dev.quell.known.KnownCaller;
import dev.quell.known.KnownCaller.Origin;
import dev.quell.known.KnownCallerStore;
import dev.quell.storage.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Known callers over SQL. */
public final class JdbcKnownCallers implements KnownCallerStore {

    /** Rows a change writes at most, so that verdicts are not held up. */
    private static final int BATCH = 200;

    private final Database database;

    public JdbcKnownCallers(Database database) {
        this.database = database;
    }

    @Override
    public List<KnownCaller> all(Instant at) {
        return database.reader()
                .sql(
                        "select * from known_callers where removed_at is null and (expires_at is null or expires_at > :at)")
                .param("at", at.toEpochMilli())
                .query(JdbcKnownCallers::read)
                .list();
    }

    @Override
    public void put(Collection<KnownCaller> known) {
        List<KnownCaller> rows = new ArrayList<>(known);
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<KnownCaller> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            database.writeNow(connection -> {
                batch.forEach(row -> put(connection, row));
                return batch.size();
            });
        }
    }

    /** What is known here is older, whatever the clock of the instance said that told it. */
    private static void put(JdbcClient connection, KnownCaller known) {
        connection
                .sql("""
                        insert into known_callers (caller, kind, origin, author, known_at, expires_at)
                        values (:caller, :kind, :origin, :author, :at, :until)
                        on conflict (caller, kind) do update set
                            origin = excluded.origin, author = excluded.author, expires_at = excluded.expires_at, removed_at = null,
                            known_at = case
                                when known_callers.removed_at >= excluded.known_at then known_callers.removed_at + 1
                                when known_callers.known_at > excluded.known_at then known_callers.known_at + 1
                                else excluded.known_at end""")
                .param("caller", known.caller().key())
                .param("kind", known.as().name())
                .param("origin", known.origin().name())
                .param("author", known.author())
                .param("at", known.since().toEpochMilli())
                .param("until", Rows.millis(known.until()))
                .update();
    }

    @Override
    public boolean remove(CallerNumber caller, KnownAs as, Instant at) {
        return database.writeNow(connection -> connection
                        .sql(
                                "update known_callers set removed_at = case when known_at >= :at then known_at + 1 else :at end where caller = :caller and kind = :kind and removed_at is null")
                        .param("at", at.toEpochMilli())
                        .param("caller", caller.key())
                        .param("kind", as.name())
                        .update()
                > 0);
    }

    private static KnownCaller read(ResultSet row, int number) throws SQLException {
        return new KnownCaller(
                CallerNumber.ofKey(Rows.text(row, "caller")),
                Rows.word(row, "kind", KnownAs.CUSTOMER),
                Rows.word(row, "origin", Origin.API),
                Rows.text(row, "author"),
                Rows.instant(row, "known_at"),
                Rows.optionalInstant(row, "expires_at"));
    }
}
