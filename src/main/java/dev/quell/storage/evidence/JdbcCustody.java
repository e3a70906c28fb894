package dev.quell.storage.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallId;
import dev.quell.evidence.Hold;
import dev.quell.evidence.custody.Custody;
import dev.quell.evidence.custody.HandingNote;
import dev.quell.evidence.custody.HoldNote;
import dev.quell.evidence.custody.PackNote;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the chain tells of packs and holds, out of this instance's database. */
public final class JdbcCustody implements Custody {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SqliteDatabase database;
    private final JdbcClient reader;
    private final Duration keeps;

    /**
     * Over a database.
     *
     * @param reader sees what was told before
     * @param keeps how long calls are kept without a hold
     */
    public JdbcCustody(SqliteDatabase database, JdbcClient reader, Duration keeps) {
        this.database = database;
        this.reader = reader;
        this.keeps = keeps;
    }

    @Override
    public List<PackNote> packs(long before, int limit) {
        return database.reader()
                .sql("select number, at, details from chain_blocks where kind = 'EXPORT' and number < :before"
                        + " order by number desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(JdbcCustody::pack)
                .list();
    }

    @Override
    public Optional<PackNote> pack(long block) {
        return database.reader()
                .sql("select number, at, details from chain_blocks where kind = 'EXPORT' and number = :block")
                .param("block", block)
                .query(JdbcCustody::pack)
                .optional();
    }

    private static PackNote pack(ResultSet row, int index) throws SQLException {
        @Nullable String details = row.getString("details");
        return new PackNote(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at")),
                Optional.ofNullable(details).map(JSON::readTree).map(JdbcCustody::order));
    }

    private static PackNote.Order order(JsonNode told) {
        return new PackNote.Order(
                word(told, "source"),
                Instant.parse(word(told, "from")),
                Instant.parse(word(told, "to")),
                word(told, "who"),
                word(told, "why"),
                word(told, "by"),
                told.path("calls").asInt(0));
    }

    private static String word(JsonNode told, String name) {
        return told.path(name).asString("");
    }

    @Override
    public List<HandingNote> handings(Collection<Long> packs) {
        return packs.isEmpty()
                ? List.of()
                : database.reader()
                        .sql("select at, note, details from chain_blocks where kind = 'HANDED'"
                                + " and json_extract(note, '$.export') in (:packs) order by number")
                        .param("packs", packs)
                        .query(JdbcCustody::handing)
                        .list();
    }

    private static HandingNote handing(ResultSet row, int index) throws SQLException {
        JsonNode note = JSON.readTree(row.getString("note"));
        JsonNode details = details(row);
        return new HandingNote(
                note.path("export").asLong(0),
                Instant.ofEpochMilli(row.getLong("at")),
                word(note, "sha256"),
                note.path("bytes").asLong(0),
                word(details, "who"),
                word(details, "by"));
    }

    private static JsonNode details(ResultSet row) throws SQLException {
        @Nullable String details = row.getString("details");
        return JSON.readTree(details == null ? "{}" : details);
    }

    @Override
    public List<HoldNote> holds() {
        return database.reader()
                .sql(
                        "select at, kind, note, details from chain_blocks where kind in ('HOLD', 'RELEASE') order by number")
                .query((row, index) -> {
                    JsonNode note = JSON.readTree(row.getString("note"));
                    JsonNode details = details(row);
                    boolean ended = row.getString("kind").equals("RELEASE");
                    return new HoldNote(
                            note.path("hold").asLong(0),
                            ended,
                            Instant.ofEpochMilli(
                                    note.path(ended ? "ended" : "made").asLong(row.getLong("at"))),
                            word(details, "who"),
                            word(details, "why"),
                            word(details, "by"));
                })
                .list();
    }

    @Override
    public List<CallId> calls(ListPattern source, Instant from, Instant to, int limit) {
        return reader.sql("select id from calls where " + Meaning.CALLER
                        + " and arrived_at >= :from and arrived_at < :to order by arrived_at, seq limit :limit")
                .params(of(source, from, to, limit))
                .query((row, index) -> CallId.parse(row.getString(1)))
                .list();
    }

    @Override
    public int flags(ListPattern source, Instant from, Instant to, int limit) {
        return reader.sql("""
                select count(*) from (select 1 from flags f left join calls c on c.id = f.call_id
                where coalesce(c.arrived_at, f.at) >= :from and coalesce(c.arrived_at, f.at) < :to
                    and f.caller >= :low and f.caller < :high limit :limit)""")
                .params(of(source, from, to, limit))
                .query(Integer.class)
                .single();
    }

    private static Map<String, Object> of(ListPattern source, Instant from, Instant to, int limit) {
        Map<String, Object> values = new TreeMap<>(Meaning.of(source));
        values.put("from", from.toEpochMilli());
        values.put("to", to.toEpochMilli());
        values.put("limit", limit);
        return values;
    }

    /** By the time alone: calls whose time is over are few, while those of a prefix may be all. */
    @Override
    public int kept(Hold hold, Instant now, int limit) {
        Map<String, Object> values = new TreeMap<>(
                hold.source().map(Meaning::of).orElse(Map.of("low", "", "high", Character.toString(0x10ffff))));
        values.put("from", hold.from().toEpochMilli());
        values.put("to", Math.min(hold.to().toEpochMilli(), now.minus(keeps).toEpochMilli()));
        values.put("limit", limit);
        return reader.sql("select count(*) from (select 1 from calls where arrived_at >= :from and arrived_at < :to"
                        + " and +caller >= :low and +caller < :high limit :limit)")
                .params(values)
                .query(Integer.class)
                .single();
    }
}
