package dev.quell.storage.share.outbox;

import dev.quell.storage.database.Database;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.Outbox;
import dev.quell.storage.share.SharedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox in the embedded database: triggers fill it, and a row goes when every destination that lacks it has confirmed it. */
public final class SqliteOutbox implements Outbox {

    /** What changed since a moment, what binds first before the rest. */
    private static final List<String> CHANGED = List.of(
            "select 'ACCOUNT' as kind, name as ref from accounts where changed_at >= :from",
            "select 'TOKEN' as kind, id as ref from api_tokens where created_at >= :from or revoked_at >= :from",
            "select 'RULES' as kind, id as ref from rule_changes where at >= :from",
            "select 'VERSION' as kind, version as ref from classifier_versions where since >= :from",
            "select 'KNOWN' as kind, caller || '|' || kind as ref from known_callers where known_at >= :from or removed_at >= :from",
            "select 'ENTRY' as kind, id as ref from list_entries where created_at >= :from or removed_at >= :from",
            "select 'FLAG' as kind, id as ref from flags where at >= :from or undone_at >= :from",
            "select 'PROPOSAL' as kind, id as ref from list_proposals where made_at >= :from or decided_at >= :from",
            "select 'RULE_PROPOSAL' as kind, id as ref from rule_proposals where asked_at >= :from or decided_at >= :from",
            "select 'REVIEW' as kind, id as ref from reviews where at >= :from",
            "select 'AUDIT' as kind, id as ref from audit where at >= :from");

    private final Database database;
    private final InstanceKeeper keeper;

    public SqliteOutbox(Database database, InstanceKeeper keeper) {
        this.database = database;
        this.keeper = keeper;
    }

    private record Noted(long place, long at, Kind kind, String ref) {}

    private record Named(Kind kind, String ref) {}

    /** Nothing before this instance has its number. */
    @Override
    public List<Waiting> waiting(String destination, int limit) {
        return waiting(destination, "", 0, limit);
    }

    @Override
    public List<Waiting> small(String destination, long after, int limit) {
        return waiting(destination, " and kind <> 'CALL'", after, limit);
    }

    private List<Waiting> waiting(String destination, String which, long after, int limit) {
        if (keeper.number() == 0) {
            return List.of();
        }
        Collection<Noted> noted = lastOfEach(database.reader()
                .sql("select place, at, kind, ref from outbox"
                        + " where place > max(:after, (select confirmed from shared_destinations where name = :name))"
                        + " and (only_for is null or only_for = :name)" + which + " order by place limit :limit")
                .param("name", destination)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Noted(
                        row.getLong("place"),
                        row.getLong("at"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("ref")))
                .list());
        return withRows(noted);
    }

    private static Collection<Noted> lastOfEach(List<Noted> noted) {
        Map<Named, Noted> last = new LinkedHashMap<>();
        for (Noted one : noted) {
            Named name = new Named(one.kind(), one.ref());
            last.remove(name);
            last.put(name, one);
        }
        return last.values();
    }

    private List<Waiting> withRows(Collection<Noted> noted) {
        Map<Kind, Set<String>> refs = noted.stream()
                .collect(Collectors.groupingBy(
                        Noted::kind,
                        () -> new EnumMap<>(Kind.class),
                        Collectors.mapping(Noted::ref, Collectors.toCollection(LinkedHashSet::new))));
        Map<Kind, Map<String, SharedRow>> rows = new EnumMap<>(Kind.class);
        refs.forEach((kind, wanted) ->
                rows.put(kind, SharedTable.of(kind).read(database.reader(), wanted, keeper.number())));
        List<Waiting> waiting = new ArrayList<>(noted.size());
        for (Noted one : noted) {
            SharedRow gone = new SharedRow(one.kind(), one.ref(), keeper.number(), Map.of());
            waiting.add(new Waiting(
                    one.place(),
                    one.at(),
                    rows.getOrDefault(one.kind(), Map.of()).getOrDefault(one.ref(), gone)));
        }
        return waiting;
    }

    @Override
    public void confirmed(String destination, long place) {
        database.writeNow(connection -> {
            long before =
                    number(connection, "select confirmed from shared_destinations where name = :name", destination);
            if (place <= before) {
                return 0;
            }
            long all = lackedByNone(connection);
            connection
                    .sql("update shared_destinations set confirmed = :place where name = :name")
                    .param("place", place)
                    .param("name", destination)
                    .update();
            return delete(connection, " and only_for is not null and only_for = :name", destination, before, place)
                    + delete(connection, " and only_for is null and :name = :name", "", all, lackedByNone(connection));
        });
    }

    @Override
    public void again(String destination, Instant from) {
        database.writeNow(connection -> {
            int rows = 0;
            for (String changed : CHANGED) {
                rows += connection
                        .sql("insert into outbox (kind, ref, at, only_for) select kind, ref,"
                                + " cast(unixepoch('subsec') * 1000 as integer), :name from (" + changed
                                + ") where exists (select 1 from shared_destinations where name = :name)")
                        .param("name", destination)
                        .param("from", from.toEpochMilli())
                        .update();
            }
            return rows;
        });
    }

    private static long lackedByNone(JdbcClient connection) {
        return number(
                connection, "select coalesce(min(confirmed), 0) from shared_destinations where :name = :name", "");
    }

    private static long number(JdbcClient connection, String sql, String name) {
        return connection
                .sql(sql)
                .param("name", name)
                .query(Long.class)
                .optional()
                .orElse(Long.MAX_VALUE);
    }

    /** Looks only where it was not looked before: what another destination lacks may be long. */
    private static int delete(JdbcClient connection, String which, String name, long after, long to) {
        return connection
                .sql("delete from outbox where place > :after and place <= :to" + which)
                .param("name", name)
                .param("after", after)
                .param("to", to)
                .update();
    }

    /**
     * How far behind a destination is.
     *
     * @param rows how many changes wait
     * @param oldest epoch milliseconds at which the oldest was written down; 0 if none waits
     */
    public record Lag(long rows, long oldest) {}

    /** How far behind a destination is. */
    public Lag lag(String destination) {
        return database.reader()
                .sql("""
                        select count(*) as rows, coalesce(min(at), 0) as oldest from outbox
                        where place > (select confirmed from shared_destinations where name = :name)
                            and (only_for is null or only_for = :name)""")
                .param("name", destination)
                .query((row, number) -> new Lag(row.getLong("rows"), row.getLong("oldest")))
                .single();
    }

    @Override
    public long lastPlace() {
        return database.reader()
                .sql("select coalesce(max(seq), 0) from sqlite_sequence where name = 'outbox'")
                .query(Long.class)
                .single();
    }
}
