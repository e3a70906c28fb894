package dev.quell.storage.journal;

import dev.quell.storage.chain.ChainWriter;
import dev.quell.storage.chain.SealedBlock;
import dev.quell.storage.jdbc.CallRows;
import dev.quell.storage.journal.CountedTaking.Counting;
import dev.quell.storage.journal.segment.JournalRecord;
import dev.quell.storage.sqlite.ConnectionWrite;
import java.nio.BufferUnderflowException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcUtils;

/** Writes records into the table {@code calls}, with statements that are prepared once. For the database's writer alone. */
final class TakingStatements {

    private static final Logger log = LoggerFactory.getLogger(TakingStatements.class);

    private @Nullable Prepared prepared;

    /**
     * Records and what goes along with them.
     *
     * @param facts their block of the chain, which another thread makes meanwhile; null: they get no place in it
     */
    record Batch(List<JournalRecord> records, @Nullable Future<SealedBlock> facts, Counting counting) {}

    /** The change that takes records in and moves the mark behind them. */
    ConnectionWrite<Taken> taking(Batch batch) {
        return connection -> on(connection, statements -> take(statements, batch));
    }

    /** The change that moves the mark behind a record which the database refuses. */
    ConnectionWrite<Taken> passingOver(JournalRecord refused) {
        return connection -> on(connection, statements -> {
            statements.mark(refused.sequence());
            return new Taken(0, 1);
        });
    }

    private static Taken take(Prepared statements, Batch batch) throws SQLException {
        statements.counted.begin(batch.counting());
        Places places = batch.facts() == null ? Places.none() : Places.from(statements.chain);
        int unknown = 0;
        for (JournalRecord record : batch.records()) {
            RecordKind kind = RecordKind.of(record.kind());
            if (kind == null) {
                unknown++;
                log.error(
                        "Record {} of the journal is of a kind that this Quell does not know ({}); it is passed over."
                                + " Was the journal written by a newer one?",
                        record.sequence(),
                        record.kind());
            } else if (kind != RecordKind.REHEARSED) {
                statements.write(kind, record, places.next());
            }
        }
        long last = batch.records().getLast().sequence();
        places.put(statements.chain, batch.facts(), last);
        statements.mark(last);
        return new Taken(places.given(), unknown);
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
            ChainWriter chain)
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
                return new Prepared(made.get(0), made.get(1), made.get(2), counted, chain);
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

        void write(RecordKind kind, JournalRecord record, @Nullable Long place) throws SQLException {
            PreparedStatement statement = kind == RecordKind.SCREENED ? screened : concluded;
            int columns = kind.columns().size();
            Unpacker call = bind(record, statement, columns);
            if (place == null) {
                statement.setNull(columns + 1, Types.NULL);
            } else {
                statement.setLong(columns + 1, place);
            }
            counted.write(statement, columns + 2, call.id(), call.arrived());
        }

        private static Unpacker bind(JournalRecord record, PreparedStatement statement, int columns)
                throws SQLException {
            try {
                Unpacker values = new Unpacker(record.payload().duplicate());
                values.bind(statement, columns);
                return values;
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
