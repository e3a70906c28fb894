package dev.quell.storage.jdbc;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a query for a page of entries together: its text from our own words, its values by parameters. */
final class ListPages {

    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    private ListPages() {}

    static List<ListEntry> read(JdbcClient reader, ListQuery query, Instant now) {
        ListPages page = of(query, now);
        return reader.sql(page.sql()).params(page.values).query(ListRows::read).list();
    }

    /** A query's statement and the values of its parameters. */
    static ListPages of(ListQuery query, Instant now) {
        ListPages page = new ListPages();
        // Where few entries are meant the planner is not to go through all of the list, newest first.
        String kind = query.meets().isPresent() ? "coalesce(kind, '')" : "kind";
        page.sql.append("select * from list_entries where " + kind + " = :kind and " + ListRows.ACTIVE);
        page.values.put("kind", query.kind().name());
        page.values.put("now", now.toEpochMilli());
        query.meets().ifPresent(page::meets);
        query.origin().ifPresent(origin -> page.and("origin = :origin", "origin", origin.name()));
        query.author().ifPresent(author -> page.and("author = :author", "author", author));
        query.after().ifPresent(page::after);
        page.sql.append(" order by created_at desc, id desc limit :most");
        page.values.put("most", query.limit());
        return page;
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }

    private void and(String condition, String name, Object value) {
        sql.append(" and ").append(condition);
        values.put(name, value);
    }

    private void meets(ListPattern pattern) {
        ListConditions conditions = ListConditions.meeting(pattern);
        sql.append(" and ").append(conditions.sql());
        values.putAll(conditions.values());
    }

    private void after(ListQuery.Place place) {
        and("(created_at, id) < (:at, :id)", "at", place.createdAt().toEpochMilli());
        values.put("id", place.id());
    }
}
