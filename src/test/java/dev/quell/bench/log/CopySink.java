package dev.quell.bench.log;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends rows by COPY. The made-up values hold nothing that it would have to escape. */
final class CopySink implements RowSink, AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final PGConnection connection;
    private final StringBuilder text = new StringBuilder(2 * CHUNK);
    private @Nullable CopyIn copy;

    CopySink(Connection connection) throws SQLException {
        this.connection = connection.unwrap(PGConnection.class);
    }

    @Override
    public void put(Map<String, @Nullable Object> row) {
        try {
            if (copy == null) {
                copy = connection
                        .getCopyAPI()
                        .copyIn("copy calls (" + String.join(", ", row.keySet())
                                + ", screened_by, screened_at, ended_by) from stdin");
            }
            row.values()
                    .forEach(value -> text.append(value == null ? "\\N" : value).append('\t'));
            text.append("1\t").append(row.get("arrived_at")).append("\t1\n");
            if (text.length() > CHUNK) {
                send(copy);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(CopyIn to) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        to.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    @Override
    public void close() throws SQLException {
        if (copy != null) {
            send(copy);
            copy.endCopy();
        }
    }
}
