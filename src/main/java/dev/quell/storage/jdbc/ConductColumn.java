package dev.quell.storage.jdbc;

import dev.quell.call.Conduct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller did, in one column: words joined by commas, in alphabetical order. */
final class ConductColumn {

    private ConductColumn() {}

    static String of(Set<Conduct> conduct) {
        return conduct.stream().map(Conduct::name).sorted().collect(Collectors.joining(","));
    }

    /** Nothing for a call that lives and for a row that is older than the column. */
    static Set<Conduct> read(ResultSet row) throws SQLException {
        String words = Rows.text(row, "conduct");
        return words.isEmpty()
                ? Set.of()
                : Arrays.stream(words.split(",", -1)).map(Conduct::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
