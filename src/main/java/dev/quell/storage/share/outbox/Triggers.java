package dev.quell.storage.share.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The triggers that write the outbox. A machine that shares nothing has none of them and pays nothing. */
final class Triggers {

    /** Within a change that takes in other instances' rows they are silent. */
    private static final String OWN = " when not exists (select 1 from shared_taking)";

    private static final List<String> CHANGES = List.of("insert", "update");

    /** What is gone is told too, so that Redis need not keep it. */
    private static final List<String> ALL = List.of("insert", "update", "delete");

    private static final List<Watched> TABLES = List.of(
            new Watched("calls", "CALL", "new.seq", "", CHANGES),
            new Watched("flags", "FLAG", "new.id", OWN, ALL),
            new Watched("list_entries", "ENTRY", "new.id", OWN, ALL),
            new Watched("known_callers", "KNOWN", "new.caller || '|' || new.kind", OWN, ALL),
            new Watched("classifier_versions", "VERSION", "new.version", OWN, CHANGES),
            new Watched("accounts", "ACCOUNT", "new.name", OWN, CHANGES),
            new Watched("api_tokens", "TOKEN", "new.id", OWN, ALL),
            new Watched("audit", "AUDIT", "new.id", OWN, ALL),
            new Watched("reviews", "REVIEW", "new.id", OWN, ALL),
            new Watched("list_proposals", "PROPOSAL", "new.id", OWN, ALL),
            new Watched("rule_changes", "RULES", "new.id", OWN, CHANGES),
            new Watched("rule_proposals", "RULE_PROPOSAL", "new.id", OWN, ALL));

    private Triggers() {}

    private record Watched(String table, String kind, String ref, String when, List<String> events) {
        String name(String event) {
            return "outbox_" + table + "_" + event;
        }

        String create(String event) {
            return "create trigger " + name(event) + " after " + event + " on " + table + when
                    + " begin insert into outbox (kind, ref, at) values ('" + kind + "', "
                    + (event.equals("delete") ? ref.replace("new.", "old.") : ref)
                    + ", cast(unixepoch('subsec') * 1000 as integer)); end";
        }
    }

    /** Whether changes are written down. */
    static boolean present(JdbcClient connection) {
        return count(connection) > 0;
    }

    /** Whether all are there: an older version has made fewer. */
    static boolean whole(JdbcClient connection) {
        return count(connection) == statements(Watched::create).size();
    }

    private static int count(JdbcClient connection) {
        return connection
                .sql("select count(*) from sqlite_master where type = 'trigger' and name like 'outbox\\_%' escape '\\'")
                .query(Integer.class)
                .single();
    }

    /** Makes them anew. */
    static void install(JdbcClient connection) {
        drop(connection);
        statements(Watched::create).forEach(sql -> connection.sql(sql).update());
    }

    static void drop(JdbcClient connection) {
        statements((table, event) -> "drop trigger if exists " + table.name(event))
                .forEach(sql -> connection.sql(sql).update());
    }

    private static List<String> statements(BiFunction<Watched, String, String> sql) {
        List<String> statements = new ArrayList<>();
        for (Watched table : TABLES) {
            table.events().forEach(event -> statements.add(sql.apply(table, event)));
        }
        return statements;
    }
}
