package dev.quell.storage.jdbc;

import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two verdicts in a row: the one that was acted upon, and the one as known at the end. */
final class VerdictColumns {

    /** Before the names of the columns of the verdict that was acted upon. */
    static final String ARRIVAL = "";

    /** Before the names of the columns of the verdict as known at the end. */
    static final String HINDSIGHT = "hindsight_";

    private VerdictColumns() {}

    /** All columns of a verdict, null if there is none. */
    static Map<String, @Nullable Object> of(Optional<Verdict> verdict, String prefix) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(prefix + "action", verdict.map(v -> v.action().name()).orElse(null));
        columns.put(prefix + "class", verdict.map(v -> v.callClass().name()).orElse(null));
        columns.put(prefix + "probability", verdict.map(Verdict::probability).orElse(null));
        columns.put(
                prefix + "symbols",
                verdict.map(v -> StoredSymbol.write(v.symbols())).orElse(null));
        columns.put(prefix + "cause", verdict.map(Verdict::cause).orElse(null));
        columns.put(prefix + "version", verdict.map(Verdict::version).orElse(null));
        return columns;
    }

    /** The row's verdict; empty if there is none. */
    static Optional<Verdict> read(ResultSet row, String prefix) throws SQLException {
        if (row.getString(prefix + "action") == null) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                Rows.word(row, prefix + "action", Action.PASS),
                Rows.word(row, prefix + "class", CallClass.NORMAL),
                row.getDouble(prefix + "probability"),
                StoredSymbol.read(Rows.text(row, prefix + "symbols")),
                Rows.text(row, prefix + "cause"),
                Rows.text(row, prefix + "version")));
    }
}
