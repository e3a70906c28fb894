package dev.quell.storage.journal;

import dev.quell.storage.chain.ChainWriter;
import dev.quell.storage.jdbc.CallRows;
import dev.quell.storage.journal.segment.JournalRecord;
import dev.quell.storage.sqlite.ConnectionWrite;
import java.nio.BufferUnderflowException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcUtils;

/** Writes records into the table {@code calls}, with statements that are prepared once. For the database's writer alone. */
final class TakingStatements {

    private static final Logger log = LoggerFactory.getLogger(TakingStatements.class);

    private @Nullable Prepared prepared;

    /** The change that takes records in and moves the mark behind them. */
    ConnectionWrite<Taken> taking(List<JournalRecord> records) {
        return connection -> on(connection, statements -> take(statements, records));
    }

    /** The change that moves the mark behind a record which the database refuses. */
    ConnectionWrite<Taken> passingOver(JournalRecord refused) {
        return connection -> on(connection, statements -> {
            statements.mark(refused.sequence());
            return new Taken(0, 1);
        });
    }

    private static Taken take(Prepared statements, List<JournalRecord> records) throws SQLException {
        statements.counted.begin();
        statements.facts.begin(statements.chain.next());
        int written = 0;
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
                written++;
            }
        }
        long last = records.getLast().sequence();
        statements.facts.end(statements.chain, last);
        statements.mark(last);
        return new Taken(written, unknown);
    }

    /** After a failure the driver may have closed some of the statements, and holds the others until they are closed: they are made anew then. */
    private Taken on(Connection connection, Work work) throws SQLException {
        Prepared statements = prepared == null ? Prepared.on(connection) : prepared;
        prepared = null;
        try {
            Taken taken = work.with(statements);
            prepared = statements;
            return taken;
        } finally {
            if (prepared == null) {
                statements.close();
            }
        }
    }

    /**
     * What became of records.
     *
     * @param written how many went into a row
     * @param lost how many could not be
     */
    record Taken(int written, int lost) {}

    /** Something done with the statements. */
    @FunctionalInterface
    private interface Work {
        Taken with(Prepared statements) throws SQLException;
    }

    /** The statements of a connection. */
    private record Prepared(
            PreparedStatement screened,
            PreparedStatement concluded,
            PreparedStatement mark,
            CountedTaking counted,
            ChainWriter chain,
            ChainedFacts facts)
            implements AutoCloseable {

        static Prepared on(Connection connection) throws SQLException {
            List<String> texts = List.of(
                    CallRows.screenedStatement(RecordKind.SCREENED.columns()),
                    CallRows.concludedStatement(RecordKind.CONCLUDED.columns()),
                    "update journal_mark set sequence = ? where sequence < ?");
            List<PreparedStatement> made = new ArrayList<>();
            boolean whole = false;
            try {
                for (String text : texts) {
                    made.add(connection.prepareStatement(text));
                }
                CountedTaking counted = new CountedTaking(connection);
                ChainWriter chain = new ChainWriter(connection);
                whole = true;
                return new Prepared(made.get(0), made.get(1), made.get(2), counted, chain, new ChainedFacts());
            } finally {
                if (!whole) {
                    made.forEach(JdbcUtils::closeStatement);
                }
            }
        }

        @Override
        public void close() {
            Stream.of(screened, concluded, mark).forEach(JdbcUtils::closeStatement);
            counted.close();
            chain.close();
        }

        void write(RecordKind kind, JournalRecord record) throws SQLException {
            PreparedStatement statement = kind == RecordKind.SCREENED ? screened : concluded;
            int columns = kind.columns().size();
            bind(record, statement, columns);
            statement.setLong(columns + 1, facts.add(kind, record));
            counted.write(statement, columns + 2, facts.id(), facts.arrived());
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
