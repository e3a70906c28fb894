package dev.quell.storage.jdbc;

import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two verdicts in a row: the one that was acted upon, and the one as known at the end. */
final class VerdictColumns {

    /** Before the names of the columns of the verdict that was acted upon. */
    static final String ARRIVAL = "";

    /** Before the names of the columns of the verdict as known at the end. */
    static final String HINDSIGHT = "hindsight_";

    private static final List<String> NAMES = List.of("action", "class", "probability", "symbols", "cause", "version");

    private VerdictColumns() {}

    /** Tells all columns of a verdict, null if there is none. */
    static void fill(@Nullable Verdict verdict, String prefix, Columns columns) {
        if (verdict == null) {
            NAMES.forEach(name -> columns.put(prefix + name, null));
            return;
        }
        columns.put(prefix + "action", verdict.action().name());
        columns.put(prefix + "class", verdict.callClass().name());
        columns.put(prefix + "probability", verdict.probability());
        columns.put(prefix + "symbols", StoredSymbol.write(verdict.symbols()));
        columns.put(prefix + "cause", verdict.cause());
        columns.put(prefix + "version", verdict.version());
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
