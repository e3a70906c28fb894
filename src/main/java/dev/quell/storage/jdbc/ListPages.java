package dev.quell.storage.jdbc;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.call.CallerNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a query for a page of entries together: its text from our own words, its values by parameters. */
final class ListPages {

    private static final int SHORTEST_PREFIX = 5;

    private final StringBuilder sql =
            new StringBuilder("select * from list_entries where kind = :kind and " + ListRows.ACTIVE);
    private final Map<String, Object> values = new HashMap<>();

    private ListPages() {}

    static List<ListEntry> read(JdbcClient reader, ListQuery query, Instant now) {
        ListPages page = new ListPages();
        page.values.put("kind", query.kind().name());
        page.values.put("now", now.toEpochMilli());
        query.meets().ifPresent(page::meets);
        query.origin().ifPresent(origin -> page.and("origin = :origin", "origin", origin.name()));
        query.author().ifPresent(author -> page.and("author = :author", "author", author));
        query.after().ifPresent(page::after);
        page.sql.append(" order by created_at desc, id desc limit :most");
        page.values.put("most", query.limit());
        return reader.sql(page.sql.toString())
                .params(page.values)
                .query(ListRows::read)
                .list();
    }

    private void and(String condition, String name, Object value) {
        sql.append(" and ").append(condition);
        values.put(name, value);
    }

    private void meets(ListPattern pattern) {
        switch (pattern) {
            case ListPattern.Exact(CallerNumber caller) -> and("pattern in (:texts)", "texts", meaning(caller));
            case ListPattern.Prefix(String start) -> {
                and("(pattern in (:texts) or substr(pattern, 1, :length) = :start)", "texts", prefixes(start));
                values.put("length", start.length());
                values.put("start", start);
            }
        }
    }

    private void after(ListQuery.Place place) {
        and("(created_at, id) < (:at, :id)", "at", place.createdAt().toEpochMilli());
        values.put("id", place.id());
    }

    /** The texts of all patterns that mean a caller. */
    static List<String> meaning(CallerNumber caller) {
        List<String> texts = new ArrayList<>();
        texts.add(caller.key());
        if (caller instanceof CallerNumber.E164(String number)) {
            texts.addAll(prefixes(number));
        }
        return texts;
    }

    private static List<String> prefixes(String start) {
        List<String> texts = new ArrayList<>();
        for (int length = start.length(); length >= SHORTEST_PREFIX; length--) {
            texts.add(start.substring(0, length) + "*");
        }
        return texts;
    }
}
