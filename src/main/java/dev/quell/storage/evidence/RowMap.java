package dev.quell.storage.evidence;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row with all its columns that are not null, whichever they are. */
public final class RowMap {

    private RowMap() {}

    /** Reads a row. */
    public static Map<String, Object> read(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new TreeMap<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            @Nullable Object value = row.getObject(column);
            if (value != null) {
                values.put(columns.getColumnLabel(column), value);
            }
        }
        return values;
    }

    /** A whole number of the row; below 0 if there is none. */
    public static long whole(Map<String, Object> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : -1;
    }
}
