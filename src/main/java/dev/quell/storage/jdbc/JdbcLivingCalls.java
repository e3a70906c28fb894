package dev.quell.storage.jdbc;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.screening.CallScreened;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls of the last hours in the record of all instances: only the days in question are looked into. */
public final class JdbcLivingCalls {

    private final JdbcClient record;

    public JdbcLivingCalls(JdbcClient record) {
        this.record = record;
    }

    /** The call that a token belongs to, if it did not arrive before a time. */
    public Optional<CallScreened> find(CallToken token, Instant from) {
        return record.sql("select * from calls where token_hash in (:hash, :old) and arrived_at >= :from limit 1")
                .param("hash", TokenHash.of(token))
                .param("old", TokenHash.ofFirstVersions(token))
                .param("from", from.toEpochMilli())
                .query((row, number) -> ScreenedColumns.read(row, token))
                .optional()
                .flatMap(found -> found);
    }

    /** The call by its id, with a token that matches none, if it did not arrive before a time. */
    public Optional<CallScreened> find(CallId id, Instant from) {
        return record.sql("select * from calls where id = :id and arrived_at >= :from")
                .param("id", id.toString())
                .param("from", from.toEpochMilli())
                .query((row, number) -> ScreenedColumns.read(row, TokenHash.unknown()))
                .optional()
                .flatMap(found -> found);
    }
}
