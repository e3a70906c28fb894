package dev.quell.bench.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inserts rows, many a transaction. */
final class SqliteSink implements RowSink, AutoCloseable {

    private static final int GROUP = 100_000;

    private final Connection connection;
    private @Nullable PreparedStatement insert;
    private long rows;

    SqliteSink(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    @Override
    public void put(Map<String, @Nullable Object> row) {
        try {
            PreparedStatement statement = insert == null ? prepare(row) : insert;
            insert = statement;
            int place = 1;
            for (Object value : row.values()) {
                statement.setObject(place++, value);
            }
            statement.executeUpdate();
            if (++rows % GROUP == 0) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement prepare(Map<String, @Nullable Object> row) throws SQLException {
        return connection.prepareStatement("insert into calls (" + String.join(", ", row.keySet()) + ") values ("
                + String.join(", ", Collections.nCopies(row.size(), "?")) + ")");
    }

    @Override
    public void close() throws SQLException {
        connection.commit();
        if (insert != null) {
            insert.close();
        }
        connection.setAutoCommit(true);
    }
}
