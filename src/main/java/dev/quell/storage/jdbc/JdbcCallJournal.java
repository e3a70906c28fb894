package dev.quell.storage.jdbc;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.counters.CountedRows;
import dev.quell.storage.database.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal over SQL: verdict and end share one row, whichever is told first. */
public final class JdbcCallJournal implements CallJournal {

    private final Database database;

    public JdbcCallJournal(Database database) {
        this.database = database;
    }

    /** A call screened again, after a transfer perhaps, keeps its first arrival and gets the newer verdict, until it has ended. */
    @Override
    public CompletableFuture<Void> screened(CallScreened call) {
        return database.write(connection -> {
                    write(connection, call);
                    return call;
                })
                .thenAccept(done -> {});
    }

    /** Committed like any other: what warms up is the disk's way too. */
    @Override
    public CompletableFuture<Void> rehearse(CallScreened call) {
        return database.write(connection -> {
                    write(connection, call);
                    String id = call.call().id().toString();
                    return CountedRows.noting(
                            connection,
                            id,
                            () -> connection
                                    .sql("delete from calls where id = :id")
                                    .param("id", id)
                                    .update());
                })
                .thenAccept(done -> {});
    }

    private static void write(JdbcClient connection, CallScreened call) {
        Map<String, @Nullable Object> columns = ScreenedColumns.of(call);
        CountedRows.noting(
                connection,
                call.call().id().toString(),
                () -> connection
                        .sql(Upsert.calls(columns.keySet(), CallRows.screenedOtherwise(List.copyOf(columns.keySet()))))
                        .params(columns)
                        .update());
    }

    /** The verdict whose token came with the end is the call's: if the row has none, or another one, the end brings it along. */
    @Override
    public CompletableFuture<Boolean> concluded(CallConcluded call) {
        return database.write(connection -> {
            Known known = known(connection, call);
            if (!known.verdict() && !(known.ended() && known.screened())) {
                call.screened().ifPresent(screened -> write(connection, screened));
            }
            return end(connection, call);
        });
    }

    private static boolean end(JdbcClient connection, CallConcluded call) {
        Map<String, @Nullable Object> ended = EndedColumns.of(call);
        Map<String, @Nullable Object> columns = new LinkedHashMap<>(EndedColumns.identity(call));
        columns.putAll(ended);
        String otherwise = CallRows.concludedOtherwise(List.copyOf(ended.keySet()));
        return CountedRows.noting(
                        connection,
                        call.ended().id().toString(),
                        () -> connection
                                .sql(Upsert.calls(columns.keySet(), otherwise))
                                .params(columns)
                                .update())
                == 1;
    }

    /** A verdict as the database gives it for a call's id: with a token that matches none. */
    public static CallScreened withoutToken(CallScreened call) {
        return new CallScreened(
                call.call(),
                TokenHash.unknown(),
                call.caseNumber(),
                call.verdict(),
                call.applied(),
                call.appliedBecause(),
                call.talkThreshold(),
                call.keyLeadsToQueue(),
                call.label(),
                call.took(),
                call.disturbances());
    }

    /** What the database has of a call that has ended. */
    public Known known(CallConcluded call) {
        return known(database.reader(), call);
    }

    private static Known known(JdbcClient connection, CallConcluded call) {
        Optional<CallToken> token = call.screened().map(CallScreened::token);
        return connection
                .sql("select action is not null, ended_at is not null, token_hash from calls where id = :id")
                .param("id", call.ended().id().toString())
                .query((row, number) -> {
                    boolean screened = row.getBoolean(1);
                    @Nullable String hash = row.getString(3);
                    return new Known(
                            screened,
                            screened
                                    && token.map(each -> TokenHash.matches(hash, each))
                                            .orElse(true),
                            row.getBoolean(2));
                })
                .optional()
                .orElse(new Known(false, false, false));
    }

    /**
     * What a call's row has.
     *
     * @param screened a verdict
     * @param verdict the very verdict that the end names, or any if the end names none
     * @param ended an end
     */
    public record Known(boolean screened, boolean verdict, boolean ended) {}

    @Override
    public Optional<CallScreened> find(CallId id) {
        return database.reader()
                .sql("select * from calls where id = :id")
                .param("id", id.toString())
                .query((row, number) -> ScreenedColumns.read(row, TokenHash.unknown()))
                .optional()
                .flatMap(found -> found);
    }

    @Override
    public boolean hasEnded(CallId id) {
        return database.reader()
                .sql("select 1 from calls where id = :id and ended_at is not null")
                .param("id", id.toString())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public Optional<CallScreened> find(CallToken token) {
        return database.reader()
                .sql("select * from calls where token_hash in (:hash, :old) order by seq desc limit 1")
                .param("hash", TokenHash.of(token))
                .param("old", TokenHash.ofFirstVersions(token))
                .query((row, number) -> ScreenedColumns.read(row, token))
                .optional()
                .flatMap(found -> found);
    }
}
