package dev.quell.storage.jdbc;

import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.SaidFor;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagQuery;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.storage.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flags over SQL. */
public final class JdbcFlagStore implements FlagStore {
    private static final String PAST_DIGITS = ":";

    private final Database database;

    public JdbcFlagStore(Database database) {
        this.database = database;
    }

    @Override
    public Flag add(Flag flag) {
        return database.writeNow(connection -> add(connection, flag));
    }

    private static Flag add(JdbcClient connection, Flag flag) {
        OptionalLong id = OwnIds.take(connection, "flags", 1);
        return connection
                .sql((id.isPresent()
                                ? "insert into flags (id, call_id, caller, agent, reason, note, at) values (:id, "
                                : "insert into flags (call_id, caller, agent, reason, note, at) values (")
                        + """
                        :call, :caller, :agent, :reason, :note, :at)
                        on conflict (call_id, agent) where undone_at is null do update set
                            reason = case when excluded.reason = 'UNSPECIFIED' then flags.reason else excluded.reason end,
                            note = case when excluded.note = '' then flags.note else excluded.note end
                        returning *""")
                .param("id", id.orElse(0))
                .param("call", flag.call().toString())
                .param("caller", flag.caller().key())
                .param("agent", flag.agent())
                .param("reason", flag.reason().name())
                .param("note", flag.note())
                .param("at", flag.at().toEpochMilli())
                .query(JdbcFlagStore::read)
                .single();
    }

    @Override
    public Optional<Flag> undo(long id, String by, Instant now) {
        return database.writeNow(connection -> connection
                .sql(
                        "update flags set undone_at = :now, undone_by = :by where id = :id and undone_at is null returning *")
                .param("id", id)
                .param("now", now.toEpochMilli())
                .param("by", by)
                .query(JdbcFlagStore::read)
                .optional());
    }

    @Override
    public Optional<Flag> newestOf(String agent, Instant notBefore) {
        return database.reader()
                .sql("""
                        select * from flags where agent = :agent and at >= :from and undone_at is null
                        order by at desc, id desc limit 1""")
                .param("agent", agent)
                .param("from", notBefore.toEpochMilli())
                .query(JdbcFlagStore::read)
                .optional();
    }

    @Override
    public List<Flag> of(CallId call) {
        return database.reader()
                .sql("select * from flags where call_id = :call order by at, id")
                .param("call", call.toString())
                .query(JdbcFlagStore::read)
                .list();
    }

    @Override
    public List<Flag> since(Instant from, int limit) {
        return database.reader()
                .sql("select * from flags where at >= :from order by at desc, id desc limit :limit")
                .param("from", from.toEpochMilli())
                .param("limit", limit)
                .query(JdbcFlagStore::read)
                .list();
    }

    @Override
    public List<Flag> page(FlagQuery query) {
        Map<String, Object> params = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder("at >= :from and at < :to");
        params.put("from", query.from().toEpochMilli());
        params.put("to", query.to().toEpochMilli());
        query.agent().ifPresent(agent -> {
            where.append(" and (agent = :agent or substr(agent, length(agent) - length(:said) + 1) = :said)");
            params.put("agent", agent);
            params.put("said", SaidFor.end(agent));
        });
        query.reason().ifPresent(reason -> {
            where.append(" and reason = :reason");
            params.put("reason", reason.name());
        });
        query.caller().ifPresent(caller -> {
            where.append(" and caller = :caller");
            params.put("caller", caller.key());
        });
        query.start().ifPresent(start -> {
            where.append(" and caller >= :start and caller < :end");
            params.put("start", start);
            params.put("end", start + PAST_DIGITS);
        });
        query.standing()
                .ifPresent(standing -> where.append(" and undone_at is ").append(standing ? "null" : "not null"));
        query.after().ifPresent(place -> {
            where.append(" and (at, id) < (:placeAt, :placeId)");
            params.put("placeAt", place.at().toEpochMilli());
            params.put("placeId", place.id());
        });
        return database.reader()
                .sql("select * from flags where " + where + " order by at desc, id desc limit :limit")
                .params(params)
                .param("limit", query.limit())
                .query(JdbcFlagStore::read)
                .list();
    }

    static Flag read(ResultSet row, int number) throws SQLException {
        return new Flag(
                row.getLong("id"),
                CallId.parse(Rows.text(row, "call_id")),
                CallerNumber.ofKey(Rows.text(row, "caller")),
                Rows.text(row, "agent"),
                Rows.word(row, "reason", FlagReason.UNSPECIFIED),
                Rows.text(row, "note"),
                Rows.instant(row, "at"),
                Rows.optionalInstant(row, "undone_at"));
    }
}
