package dev.quell.storage.jdbc;

import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Symbol;
import dev.quell.classifier.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The verdict in a row: its symbols are one JSON array of objects with the fields of {@link Symbol}. */
final class VerdictColumns {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Symbol>> SYMBOLS = new TypeReference<>() {};

    private VerdictColumns() {}

    static String symbols(Verdict verdict) {
        return JSON.writeValueAsString(verdict.symbols());
    }

    /** The row's verdict; empty if the call was not screened. */
    static Optional<Verdict> read(ResultSet row) throws SQLException {
        if (row.getString("action") == null) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                Rows.word(row, "action", Action.PASS),
                Rows.word(row, "class", CallClass.NORMAL),
                row.getDouble("probability"),
                JSON.readValue(Rows.text(row, "symbols"), SYMBOLS),
                Rows.text(row, "cause"),
                Rows.text(row, "version")));
    }
}
