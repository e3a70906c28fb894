package dev.quell.storage.share.outbox;

import dev.quell.storage.database.Database;
import dev.quell.storage.share.Kind;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings into the outbox, a portion at a time, the rows that were there before a destination was told of changes: what binds first, then calls, the
 * newest first.
 */
public final class Past {

    private static final List<Kind> ORDER = List.of(
            Kind.ACCOUNT,
            Kind.TOKEN,
            Kind.RULES,
            Kind.VERSION,
            Kind.KNOWN,
            Kind.ENTRY,
            Kind.FLAG,
            Kind.PROPOSAL,
            Kind.RULE_PROPOSAL,
            Kind.REVIEW,
            Kind.AUDIT,
            Kind.CALL);

    private final Database database;

    public Past(Database database) {
        this.database = database;
    }

    private record Portion(int rows, String last) {}

    /** From now on a destination lacks everything. */
    static void lacksAll(JdbcClient connection, String destination) {
        for (Kind kind : ORDER) {
            connection
                    .sql(
                            "insert or replace into shared_past (destination, kind, last) values (:destination, :kind, '')")
                    .param("destination", destination)
                    .param("kind", kind.name())
                    .update();
        }
    }

    /** Whether a destination still lacks rows of the past that are not in the outbox. */
    public boolean lacks(String destination) {
        return next(database.reader(), destination).isPresent();
    }

    /** Brings a destination's next portion into the outbox; tells how many rows of what kind, empty if the past is told. */
    public Optional<Brought> bring(String destination, int most) {
        return database.writeNow(connection -> next(connection, destination)
                .map(kind -> new Brought(kind, bring(connection, destination, kind, most))));
    }

    /** Rows that were brought into the outbox. */
    public record Brought(Kind kind, int rows) {}

    private static Optional<Kind> next(JdbcClient connection, String destination) {
        List<String> left = connection
                .sql("select kind from shared_past where destination = :destination")
                .param("destination", destination)
                .query((row, number) -> row.getString("kind"))
                .list();
        return ORDER.stream().filter(kind -> left.contains(kind.name())).findFirst();
    }

    private static int bring(JdbcClient connection, String destination, Kind kind, int most) {
        String last = connection
                .sql("select last from shared_past where destination = :destination and kind = :kind")
                .param("destination", destination)
                .param("kind", kind.name())
                .query(String.class)
                .single();
        Portion portion = portion(connection, SharedTable.of(kind), last, most);
        if (portion.rows() > 0) {
            queue(connection, destination, SharedTable.of(kind), last, most);
        }
        String after = portion.rows() < most
                ? "delete from shared_past where destination = :destination and kind = :kind and :last = :last"
                : "update shared_past set last = :last where destination = :destination and kind = :kind";
        connection
                .sql(after)
                .param("last", portion.last())
                .param("destination", destination)
                .param("kind", kind.name())
                .update();
        return portion.rows();
    }

    private static Portion portion(JdbcClient connection, SharedTable table, String last, int most) {
        String end = table == SharedTable.CALL ? "min(n)" : "max(n)";
        return asked(
                        connection.sql("select count(*) as rows, coalesce(" + end + ", '') as last from ("
                                + table.select(last.isEmpty()) + ")"),
                        last,
                        most)
                .query((row, number) -> new Portion(row.getInt("rows"), row.getString("last")))
                .single();
    }

    private static void queue(JdbcClient connection, String destination, SharedTable table, String last, int most) {
        asked(
                        connection
                                .sql("insert into outbox (kind, ref, at, only_for) select :kind, n,"
                                        + " cast(unixepoch('subsec') * 1000 as integer), :destination from ("
                                        + table.select(last.isEmpty()) + ")")
                                .param("kind", table.kind().name())
                                .param("destination", destination),
                        last,
                        most)
                .update();
    }

    private static JdbcClient.StatementSpec asked(JdbcClient.StatementSpec statement, String last, int most) {
        JdbcClient.StatementSpec limited = statement.param("limit", most);
        return last.isEmpty() ? limited : limited.param("after", last);
    }
}
