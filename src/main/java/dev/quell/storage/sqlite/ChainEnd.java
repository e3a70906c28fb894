package dev.quell.storage.sqlite;

import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.evidence.key.KeyLines.End;
import dev.quell.evidence.key.KeyLines.Leave;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/**
 * Where the chain over the call log ends in a database that no service holds.
 *
 * @param uid which chain; empty if the database is from before chains
 * @param number the last block's; 0 if there is none
 * @param hash the last block's; empty if there is none
 */
public record ChainEnd(String uid, long number, String hash) {

    private static final ChainEnd NONE = new ChainEnd("", 0, "");
    private static final String LAST = "select uid, coalesce((select max(number) from chain_blocks), 0),"
            + " coalesce((select hash from chain_blocks order by number desc limit 1), '') from chain_identity";
    /**
     * Looks.
     *
     * @throws DatabaseFault if the database cannot be read
     */
    public static ChainEnd of(Path dataDirectory) {
        Path file = DataDirectory.fileIn(dataDirectory);
        if (!Files.exists(file)) {
            return NONE;
        }
        try (Connection connection = Connections.writing(file);
                Statement statement = connection.createStatement()) {
            return read(statement);
        } catch (SQLException e) {
            throw new Schema(file).fault(e);
        }
    }

    private static ChainEnd read(Statement statement) throws SQLException {
        try (ResultSet table = statement.executeQuery(
                "select 1 from sqlite_master where type = 'table' and name = 'chain_identity'")) {
            if (!table.next()) {
                return NONE;
            }
        }
        try (ResultSet row = statement.executeQuery(LAST)) {
            return row.next()
                    ? new ChainEnd(String.valueOf(row.getString(1)), row.getLong(2), String.valueOf(row.getString(3)))
                    : NONE;
        }
    }

    /**
     * Leaves word in the key's file that the next start may go on from here, or begin.
     *
     * @param words what the chain is told of it
     */
    public void leave(EvidenceKeys keys, Map<String, String> words) {
        End end = new End(number, hash);
        if (number > 0) {
            keys.ends(uid, end);
        }
        keys.leave(Optional.of(new Leave(number > 0 ? Leave.RESTORE : Leave.BEGIN, uid, end, words)));
    }
}
