package dev.quell.storage.share.outbox;

import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where rows of a kind are, and how they are found by what the outbox calls them. */
enum SharedTable {
    CALL(Kind.CALL, "calls", "seq", "seq", "id"),
    FLAG(Kind.FLAG, "flags", "id", "id", "id"),
    ENTRY(Kind.ENTRY, "list_entries", "id", "id", "id"),
    KNOWN(Kind.KNOWN, "known_callers", "caller || '|' || kind", "(caller, kind)", ""),
    VERSION(Kind.VERSION, "classifier_versions", "version", "version", "version"),
    ACCOUNT(Kind.ACCOUNT, "accounts", "name", "name", "name"),
    TOKEN(Kind.TOKEN, "api_tokens", "id", "id", "id"),
    AUDIT(Kind.AUDIT, "audit", "id", "id", "id"),
    REVIEW(Kind.REVIEW, "reviews", "id", "id", "id"),
    PROPOSAL(Kind.PROPOSAL, "list_proposals", "id", "id", "id"),
    RULES(Kind.RULES, "rule_changes", "id", "id", "id"),
    RULE_PROPOSAL(Kind.RULE_PROPOSAL, "rule_proposals", "id", "id", "id");

    /** Kept by the one database alone. */
    private static final String OWN_COLUMN = "seq";

    private final Kind kind;
    private final String table;
    private final String ref;
    private final String key;
    private final String name;

    SharedTable(Kind kind, String table, String ref, String key, String name) {
        this.kind = kind;
        this.table = table;
        this.ref = ref;
        this.key = key;
        this.name = name;
    }

    static SharedTable of(Kind kind) {
        return switch (kind) {
            case CALL -> CALL;
            case FLAG -> FLAG;
            case ENTRY -> ENTRY;
            case KNOWN -> KNOWN;
            case VERSION -> VERSION;
            case ACCOUNT -> ACCOUNT;
            case TOKEN -> TOKEN;
            case AUDIT -> AUDIT;
            case REVIEW -> REVIEW;
            case PROPOSAL -> PROPOSAL;
            case RULES -> RULES;
            case RULE_PROPOSAL -> RULE_PROPOSAL;
        };
    }

    Kind kind() {
        return kind;
    }

    String table() {
        return table;
    }

    /** The expression that the outbox refers to a row by. */
    String ref() {
        return ref;
    }

    /** The rows, as they are now, by their references; those that are gone are left out. */
    Map<String, SharedRow> read(JdbcClient reader, Collection<String> refs, long instance) {
        Map<String, SharedRow> rows = new HashMap<>();
        reader.sql("select " + ref + " as outbox_ref, t.* from " + table + " t where " + key + " in (" + wanted() + ")")
                .param("refs", json(refs))
                .query((row, number) -> rows.put(row.getString("outbox_ref"), row(row, instance)))
                .list();
        return rows;
    }

    /** A page of rows after a reference, in ascending order. */
    List<SharedRow> page(JdbcClient reader, String after, int limit, long instance) {
        String from = after.isEmpty() ? "" : " where " + key + " > " + bound();
        JdbcClient.StatementSpec page = reader.sql("select " + ref + " as outbox_ref, t.* from " + table + " t" + from
                        + " order by " + key.replace("(", "").replace(")", "") + " limit :limit")
                .param("limit", limit);
        return (after.isEmpty() ? page : page.param("after", after))
                .query((row, number) -> row(row, instance))
                .list();
    }

    /** The references, as {@code n}, of the next portion of all rows: ascending; calls descending, so that the newest come first. */
    String select(boolean first) {
        boolean down = this == CALL;
        String order = key.replace("(", "").replace(")", "") + (down ? " desc" : "");
        String from = first ? "" : " where " + key + (down ? " < " : " > ") + bound();
        return "select " + ref + " as n from " + table + from + " order by " + order + " limit :limit";
    }

    private String wanted() {
        return this == KNOWN
                ? "select substr(value, 1, instr(value, '|') - 1), substr(value, instr(value, '|') + 1) from json_each(:refs)"
                : "select value from json_each(:refs)";
    }

    private String bound() {
        return switch (this) {
            case KNOWN -> "(substr(:after, 1, instr(:after, '|') - 1), substr(:after, instr(:after, '|') + 1))";
            case CALL, FLAG, ENTRY, AUDIT -> "cast(:after as integer)";
            case VERSION, ACCOUNT, TOKEN, REVIEW, PROPOSAL, RULES, RULE_PROPOSAL -> ":after";
        };
    }

    private String json(Collection<String> refs) {
        String quote = bound().startsWith("cast") ? "" : "\"";
        return refs.stream()
                .map(text -> quote + text.replace("\\", "\\\\").replace("\"", "\\\"") + quote)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private SharedRow row(ResultSet row, long instance) throws SQLException {
        ResultSetMetaData names = row.getMetaData();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int column = 2; column <= names.getColumnCount(); column++) {
            String label = names.getColumnName(column);
            if (!label.equals(OWN_COLUMN)) {
                columns.put(label, row.getObject(column));
            }
        }
        String ref = name.isEmpty() ? row.getString("outbox_ref") : row.getString(name);
        return new SharedRow(kind, ref, instance, columns);
    }
}
