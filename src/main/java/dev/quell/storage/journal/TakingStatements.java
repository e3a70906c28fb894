package dev.quell.storage.journal;

import dev.quell.storage.jdbc.CallRows;
import dev.quell.storage.journal.segment.JournalRecord;
import dev.quell.storage.sqlite.ConnectionWrite;
import java.nio.BufferUnderflowException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes records into the table {@code calls}, with statements that are prepared once. For the database's writer alone. */
final class TakingStatements {

    private static final Logger log = LoggerFactory.getLogger(TakingStatements.class);

    private @Nullable Prepared prepared;

    /** The change that takes records in and moves the mark behind them; tells how many were of no known kind. */
    ConnectionWrite<Integer> taking(List<JournalRecord> records) {
        return connection -> on(connection, statements -> take(statements, records));
    }

    /** The change that moves the mark behind a record which the database refuses. */
    ConnectionWrite<Integer> passingOver(JournalRecord refused) {
        return connection -> on(connection, statements -> {
            statements.mark(refused.sequence());
            return 1;
        });
    }

    private static int take(Prepared statements, List<JournalRecord> records) throws SQLException {
        int unknown = 0;
        for (JournalRecord record : records) {
            RecordKind kind = RecordKind.of(record.kind());
            if (kind == null) {
                unknown++;
                log.error(
                        "Record {} of the journal is of a kind that this Quell does not know ({}); it is passed over."
                                + " Was the journal written by a newer one?",
                        record.sequence(),
                        record.kind());
            } else if (kind != RecordKind.REHEARSED) {
                statements.write(kind, record);
            }
        }
        statements.mark(records.getLast().sequence());
        return unknown;
    }

    /** After a failure the driver may have closed statements: they are made anew then. */
    private int on(Connection connection, Work work) throws SQLException {
        Prepared statements = prepared == null ? Prepared.on(connection) : prepared;
        prepared = null;
        int unknown = work.with(statements);
        prepared = statements;
        return unknown;
    }

    /** Something done with the statements. */
    @FunctionalInterface
    private interface Work {
        int with(Prepared statements) throws SQLException;
    }

    /** The statements of a connection; they end with it. */
    private record Prepared(PreparedStatement screened, PreparedStatement concluded, PreparedStatement mark) {

        static Prepared on(Connection connection) throws SQLException {
            return new Prepared(
                    connection.prepareStatement(CallRows.screenedStatement(RecordKind.SCREENED.columns())),
                    connection.prepareStatement(CallRows.concludedStatement(RecordKind.CONCLUDED.columns())),
                    connection.prepareStatement("update journal_mark set sequence = ? where sequence < ?"));
        }

        void write(RecordKind kind, JournalRecord record) throws SQLException {
            PreparedStatement statement = kind == RecordKind.SCREENED ? screened : concluded;
            bind(record, statement, kind.columns().size());
            statement.executeUpdate();
        }

        private static void bind(JournalRecord record, PreparedStatement statement, int columns) throws SQLException {
            try {
                new Unpacker(record.payload().duplicate()).bind(statement, columns);
            } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException e) {
                throw new MalformedRecord(record.sequence(), e);
            }
        }

        void mark(long sequence) throws SQLException {
            mark.setLong(1, sequence);
            mark.setLong(2, sequence);
            mark.executeUpdate();
        }
    }
}
