package dev.quell.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.storage.Calls;
import dev.quell.storage.database.StorageException;
import dev.quell.storage.jdbc.CallRows;
import dev.quell.storage.journal.CountedTaking.Counting;
import dev.quell.storage.journal.segment.JournalRecord;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakingStatementsTest {

    @TempDir
    Path directory;

    private final List<PreparedStatement> made = new ArrayList<>();

    private Connection noting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (result instanceof PreparedStatement statement) {
                            made.add(statement);
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static JournalRecord verdict() {
        Packer packer = new Packer();
        CallRows.screened(Calls.screened(1), packer);
        return new JournalRecord(1, RecordKind.SCREENED.code(), ByteBuffer.wrap(packer.bytes(), 0, packer.length()));
    }

    private static TakingStatements.Batch batch() {
        List<JournalRecord> records = List.of(verdict());
        return new TakingStatements.Batch(
                records, CompletableFuture.completedFuture(new ChainedFacts().of(records)), Counting.ON);
    }

    private static boolean isClosed(PreparedStatement statement) {
        try {
            return statement.isClosed();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int change(SqliteDatabase database, String sql) {
        return database.write(connection -> connection.sql(sql).update()).join();
    }

    @Test
    void afterAFailureNoStatementIsLeftOpen() {
        TakingStatements statements = new TakingStatements();
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            change(database, "create trigger never before insert on calls begin select raise(abort, 'no'); end");

            assertThatThrownBy(() -> database.writeOn(
                                    connection -> statements.taking(batch()).run(noting(connection)))
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(StorageException.class);

            assertThat(made).hasSizeGreaterThanOrEqualTo(3).allMatch(TakingStatementsTest::isClosed);
        }
    }

    @Test
    void statementsAreUsedAgain() {
        TakingStatements statements = new TakingStatements();
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            for (int i = 0; i < 2; i++) {
                TakingStatements.Taken taken = database.writeOn(
                                connection -> statements.taking(batch()).run(noting(connection)))
                        .join();
                assertThat(taken).isEqualTo(new TakingStatements.Taken(1, 0));
            }
            assertThat(made).hasSize(6).noneMatch(TakingStatementsTest::isClosed);
        }
    }

    @Test
    void ifOneCannotBeMadeTheOthersAreClosed() {
        TakingStatements statements = new TakingStatements();
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            change(database, "drop table journal_mark");

            assertThatThrownBy(() -> database.writeOn(
                                    connection -> statements.taking(batch()).run(noting(connection)))
                            .join())
                    .hasStackTraceContaining("journal_mark");

            assertThat(made).hasSizeGreaterThanOrEqualTo(2).allMatch(TakingStatementsTest::isClosed);
        }
    }
}
