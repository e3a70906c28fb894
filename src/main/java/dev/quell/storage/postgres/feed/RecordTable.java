package dev.quell.storage.postgres.feed;

import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows are found in the record by what changes call them. */
enum RecordTable {
    FLAG(Kind.FLAG, "flags", "id::text", "id", "id = any (cast(:refs as bigint[]))", "id > cast(:after as bigint)"),
    ENTRY(
            Kind.ENTRY,
            "list_entries",
            "id::text",
            "id",
            "id = any (cast(:refs as bigint[]))",
            "id > cast(:after as bigint)"),
    KNOWN(
            Kind.KNOWN,
            "known_callers",
            "caller || '|' || kind",
            "caller, kind",
            "(caller, kind) in (select split_part(n, '|', 1), split_part(n, '|', 2) from unnest(:refs) n)",
            "(caller, kind) > (split_part(:after, '|', 1), split_part(:after, '|', 2))"),
    VERSION(Kind.VERSION, "classifier_versions", "version", "version", "version = any (:refs)", "version > :after"),
    ACCOUNT(Kind.ACCOUNT, "accounts", "name", "name", "name = any (:refs)", "name > :after"),
    TOKEN(Kind.TOKEN, "api_tokens", "id", "id", "id = any (:refs)", "id > :after"),
    AUDIT(Kind.AUDIT, "audit", "id::text", "id", "id = any (cast(:refs as bigint[]))", "id > cast(:after as bigint)"),
    REVIEW(Kind.REVIEW, "reviews", "id", "id", "id = any (:refs)", "id > :after"),
    PROPOSAL(Kind.PROPOSAL, "list_proposals", "id", "id", "id = any (:refs)", "id > :after"),
    RULES(Kind.RULES, "rule_changes", "id", "id", "id = any (:refs)", "id > :after"),
    RULE_PROPOSAL(Kind.RULE_PROPOSAL, "rule_proposals", "id", "id", "id = any (:refs)", "id > :after");

    private final Kind kind;
    private final String table;
    private final String ref;
    private final String key;
    private final String wanted;
    private final String later;

    RecordTable(Kind kind, String table, String ref, String key, String wanted, String later) {
        this.kind = kind;
        this.table = table;
        this.ref = ref;
        this.key = key;
        this.wanted = wanted;
        this.later = later;
    }

    static RecordTable of(Kind kind) {
        return switch (kind) {
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
            case CALL -> throw new IllegalArgumentException("calls stay with the instance that had them");
        };
    }

    /** The rows as they are now; those that are gone without columns. */
    List<SharedRow> read(JdbcClient reader, Collection<String> refs) {
        List<SharedRow> rows = new ArrayList<>(
                rows(reader.sql(select() + " where " + wanted).param("refs", refs.toArray(String[]::new))));
        Set<String> gone = new LinkedHashSet<>(refs);
        rows.forEach(row -> gone.remove(row.ref()));
        gone.forEach(name -> rows.add(new SharedRow(kind, name, 0, Map.of())));
        return rows;
    }

    /** A page in the order of the key. */
    List<SharedRow> page(JdbcClient reader, String after, int limit) {
        String from = after.isEmpty() ? "" : " where " + later;
        JdbcClient.StatementSpec page = reader.sql(select() + from + " order by " + key + " limit :limit")
                .param("limit", limit);
        return rows(after.isEmpty() ? page : page.param("after", after));
    }

    private String select() {
        return "select " + ref + " as change_ref, t.* from " + table + " t";
    }

    private List<SharedRow> rows(JdbcClient.StatementSpec asked) {
        return asked.query().listOfRows().stream()
                .map(columns -> new SharedRow(kind, String.valueOf(columns.remove("change_ref")), 0, columns))
                .toList();
    }
}
