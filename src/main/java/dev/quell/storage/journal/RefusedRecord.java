package dev.quell.storage.journal;

import dev.quell.storage.sqlite.SqliteDatabase;
import java.io.Serial;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A record's own row was refused by the database, and would be again. */
final class RefusedRecord extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private RefusedRecord(SQLException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** Runs the statement that writes a record's row; tells how many rows it changed. */
    static int orRows(PreparedStatement statement) throws SQLException {
        try {
            return statement.executeUpdate();
        } catch (SQLException e) {
            if (SqliteDatabase.isRefused(e)) {
                throw new RefusedRecord(e);
            }
            throw e;
        }
    }

    /** Whether that is what a failure came from. */
    static boolean caused(Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof RefusedRecord)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
