package dev.quell.storage.jdbc.people;

import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.OwnIds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people did, over SQL. */
public final class JdbcAuditLog implements AuditLog {

    private final Database database;

    public JdbcAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry entry) {
        database.writeNow(connection -> insert(connection, entry));
    }

    /** Adds entries within a change of something else; both are made, or neither. */
    public static void add(JdbcClient connection, AuditEntry... entries) {
        for (AuditEntry entry : entries) {
            insert(connection, entry);
        }
    }

    private static int insert(JdbcClient connection, AuditEntry entry) {
        OptionalLong id = OwnIds.take(connection, "audit", 1);
        return connection
                .sql((id.isPresent() ? "insert into audit (id, at" : "insert into audit (at")
                        + ", who, deed, subject, before, after, address) values ("
                        + (id.isPresent() ? ":id, :at" : ":at")
                        + ", :who, :deed, :subject, :before, :after, :address)")
                .param("id", id.orElse(0))
                .param("at", entry.at().toEpochMilli())
                .param("who", entry.who())
                .param("deed", entry.deed().name())
                .param("subject", entry.subject())
                .param("before", entry.before())
                .param("after", entry.after())
                .param("address", entry.address())
                .update();
    }

    @Override
    public List<AuditEntry> page(AuditQuery query) {
        Map<String, Object> params = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("true");
        query.who().ifPresent(who -> and(where, params, "who = :who", "who", who));
        query.deed().ifPresent(deed -> and(where, params, "deed = :deed", "deed", deed.name()));
        query.subject().ifPresent(subject -> and(where, params, "subject = :subject", "subject", subject));
        query.from().ifPresent(from -> and(where, params, "at >= :from", "from", from.toEpochMilli()));
        query.to().ifPresent(to -> and(where, params, "at < :to", "to", to.toEpochMilli()));
        query.after().ifPresent(place -> {
            and(
                    where,
                    params,
                    "(at, id) < (:placeAt, :placeId)",
                    "placeAt",
                    place.at().toEpochMilli());
            params.put("placeId", place.id());
        });
        return database
                .reader()
                .sql("select * from audit where " + where + " order by at desc, id desc limit :limit")
                .params(params)
                .param("limit", query.limit())
                .query()
                .listOfRows()
                .stream()
                .map(AuditRow::read)
                .toList();
    }

    private static void and(
            StringBuilder where, Map<String, Object> params, String condition, String name, Object value) {
        where.append(" and ").append(condition);
        params.put(name, value);
    }
}
