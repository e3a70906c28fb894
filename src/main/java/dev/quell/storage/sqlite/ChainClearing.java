package dev.quell.storage.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.LongConsumer;

/**
 * Takes a chain off a database that this process holds, in small steps that each stay when it is broken off. Its name goes first: what is left from then on is no
 * chain that anybody signed.
 */
public final class ChainClearing implements AutoCloseable {

    /** Calls in a step: some megabytes of the log. */
    private static final int ROWS = 10_000;

    private static final String NAME = "update chain_identity set uid = ?";
    private static final String LAST =
            "select max(seq) from (select seq from calls where seq >= ? order by seq limit " + ROWS + ")";
    private static final String UNPLACE = "update calls set chain_v = null, chain_e = null, chain_v_at = null,"
            + " chain_e_who = null where seq >= ? and seq <= ? and (chain_v is not null or chain_e is not null"
            + " or chain_v_at is not null or chain_e_who is not null)";
    /** The newest first: the former chain's beginning goes last. */
    private static final String BLOCKS = "delete from chain_blocks where number in"
            + " (select number from chain_blocks order by number desc limit 50)";

    private static final String BEFORE =
            "delete from chain_before where page in (select page from chain_before limit 50)";
    private static final String THINNED = "delete from chain_thinning";
    private static final String ALL = "update chain_identity set before = (select coalesce(max(seq), 0) from calls)";

    private final DataDirectory directory;
    private final Connection connection;

    private ChainClearing(DataDirectory directory, Connection connection) {
        this.directory = directory;
        this.connection = connection;
    }

    /**
     * Holds a data directory, so that no service starts meanwhile.
     *
     * @throws DatabaseFault if another process holds it, or there is no database of this version
     */
    public static ChainClearing open(Path dataDirectory) {
        Path file = DataDirectory.fileIn(dataDirectory);
        SqliteReader.open(dataDirectory).close();
        DataDirectory held = DataDirectory.hold(dataDirectory);
        try {
            Connection connection = Connections.writing(file);
            return new ChainClearing(held, connection);
        } catch (SQLException e) {
            held.close();
            throw new Schema(file).fault(e);
        }
    }

    /**
     * Does all of it. Done again after it was broken off it goes on with what is left.
     *
     * @param uid the name of the chain that will begin
     * @param done told after each step how many calls were looked at
     * @throws DatabaseFault if the database cannot be written
     */
    public void clear(String uid, LongConsumer done) {
        try {
            name(uid);
            done.accept(0);
            rows(done);
            long calls = count();
            repeated(BEFORE, calls, done);
            repeated(BLOCKS, calls, done);
            update(THINNED);
            update(ALL);
        } catch (SQLException e) {
            throw new Schema(directory.file()).fault(e);
        }
    }

    private void name(String uid) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NAME)) {
            statement.setString(1, uid);
            if (statement.executeUpdate() != 1) {
                throw new SQLException(
                        "the row of chain_identity, which says which chain this database holds, is gone");
            }
        }
    }

    private void rows(LongConsumer done) throws SQLException {
        long looked = 0;
        try (PreparedStatement last = connection.prepareStatement(LAST);
                PreparedStatement unplace = connection.prepareStatement(UNPLACE)) {
            long from = Long.MIN_VALUE;
            while (true) {
                last.setLong(1, from);
                long to;
                try (ResultSet row = last.executeQuery()) {
                    to = row.next() ? row.getLong(1) : 0;
                    if (row.wasNull()) {
                        return;
                    }
                }
                unplace.setLong(1, from);
                unplace.setLong(2, to);
                unplace.executeUpdate();
                looked += ROWS;
                done.accept(looked);
                if (to == Long.MAX_VALUE) {
                    return;
                }
                from = to + 1;
            }
        }
    }

    private long count() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from calls");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private void repeated(String sql, long calls, LongConsumer done) throws SQLException {
        while (update(sql) > 0) {
            done.accept(calls);
        }
    }

    private int update(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new Schema(directory.file()).fault(e);
        } finally {
            directory.close();
        }
    }
}
