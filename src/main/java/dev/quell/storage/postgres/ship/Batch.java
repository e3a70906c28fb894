package dev.quell.storage.postgres.ship;

import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.Outbox.Waiting;
import dev.quell.storage.share.SharedRow;
import dev.quell.storage.share.outbox.Sharing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells the record a batch: the rows and the place up to which they reach are one transaction, so that a batch that comes twice changes nothing. A row
 * that the record can never hold is put aside, and those beside it are told.
 */
final class Batch {

    private final PostgresStore store;
    private final Sharing sharing;
    private final InstanceKeeper keeper;
    private final Clock clock;
    private final CallMerge calls;
    private final SmallMerge small = new SmallMerge();
    private final Consumer<Refused> refused;

    /** A row that the record can never hold, and what it said. */
    record Refused(SharedRow row, SQLException because) {}

    Batch(PostgresStore store, Sharing sharing, InstanceKeeper keeper, Clock clock, Consumer<Refused> refused) {
        this.store = store;
        this.sharing = sharing;
        this.keeper = keeper;
        this.clock = clock;
        this.calls = new CallMerge(store.partitions());
        this.refused = refused;
    }

    /** Tells rows in their order; durable there when it returns. */
    void tell(List<Waiting> waiting) throws SQLException {
        Map<Boolean, List<SharedRow>> rows = waiting.stream()
                .map(Waiting::row)
                .filter(row -> !row.columns().isEmpty())
                .collect(Collectors.partitioningBy(row -> row.kind() == Kind.CALL));
        List<SharedRow> told = rows.getOrDefault(true, List.of());
        try {
            calls.prepare(told);
            store.database().inTransaction(connection -> {
                calls.merge(connection, told, keeper.number());
                small.merge(connection, rows.getOrDefault(false, List.of()), keeper.number());
                return mark(connection, waiting.getLast().place());
            });
        } catch (SQLException e) {
            if (!ofARow(e)) {
                throw e;
            }
            halve(waiting, e);
        }
    }

    /** Tells small rows before their turn, so that the place stays. One that the record refuses is met again in its turn. */
    void tellAhead(List<Waiting> waiting) throws SQLException {
        List<SharedRow> rows = waiting.stream()
                .map(Waiting::row)
                .filter(row -> !row.columns().isEmpty())
                .toList();
        try {
            store.database().inTransaction(connection -> {
                small.merge(connection, rows, keeper.number());
                return rows.size();
            });
        } catch (SQLException e) {
            if (!ofARow(e)) {
                throw e;
            }
        }
    }

    private void halve(List<Waiting> waiting, SQLException because) throws SQLException {
        if (waiting.size() == 1) {
            refused.accept(new Refused(waiting.getFirst().row(), because));
            long place = waiting.getFirst().place();
            store.database().inTransaction(connection -> mark(connection, place));
            return;
        }
        int half = waiting.size() / 2;
        tell(waiting.subList(0, half));
        tell(waiting.subList(half, waiting.size()));
    }

    /** Data that does not fit, or a rule of the table that does not hold. */
    private static boolean ofARow(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    /**
     * The place goes on from the one that this instance knows of, in the transaction of the rows.
     *
     * @throws SQLException if the record knows less: it was set back meanwhile, and lacks rows that it confirmed
     */
    private int mark(Connection connection, long place) throws SQLException {
        if (marked(connection, " for update") < sharing.confirmed(Destinations.POSTGRES)) {
            throw setBack();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("update instances set place = ?, at = ? where number = ? and place < ?")) {
            statement.setLong(1, place);
            statement.setLong(2, clock.millis());
            statement.setLong(3, keeper.number());
            statement.setLong(4, place);
            return statement.executeUpdate();
        }
    }

    /**
     * Looks whether the record still has what it confirmed.
     *
     * @throws SQLException if it was set back, or does not answer
     */
    void look() throws SQLException {
        long known = sharing.confirmed(Destinations.POSTGRES);
        if (store.database().inTransaction(connection -> marked(connection, "")) < known) {
            throw setBack();
        }
    }

    private static SQLException setBack() {
        return new SQLException("it was set back: it lacks what it had confirmed");
    }

    /** The place that the record knows; below all places if it does not know this instance. */
    private long marked(Connection connection, String lock) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select place from instances where number = ?" + lock)) {
            statement.setLong(1, keeper.number());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        }
    }
}
