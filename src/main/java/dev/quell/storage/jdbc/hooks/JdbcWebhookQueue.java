package dev.quell.storage.jdbc.hooks;

import dev.quell.storage.database.Database;
import dev.quell.webhook.Waiting;
import dev.quell.webhook.WebhookQueue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue of webhooks' messages, in this instance's own database. */
public final class JdbcWebhookQueue implements WebhookQueue {

    /** Walks an index by target and number; sorts nothing. */
    static final String BOUND = """
            delete from webhook_queue where target = :target and id <=
                (select id from webhook_queue where target = :target order by id desc limit 1 offset :most)""";

    private final Database database;

    public JdbcWebhookQueue(Database database) {
        this.database = database;
    }

    @Override
    public int add(List<Waiting> messages, int most) {
        if (messages.isEmpty()) {
            return 0;
        }
        return database.writeNow(connection -> {
            messages.forEach(message -> insert(connection, message));
            return messages.stream().map(Waiting::target).collect(Collectors.toSet()).stream()
                    .mapToInt(target -> bound(connection, target, most))
                    .sum();
        });
    }

    private static void insert(JdbcClient connection, Waiting message) {
        connection
                .sql("""
                        insert into webhook_queue (target, message, event, body, made_at, next_at, tries)
                        values (:target, :message, :event, :body, :made, :next, :tries)""")
                .param("target", message.target())
                .param("message", message.message())
                .param("event", message.event())
                .param("body", message.body())
                .param("made", message.madeAt().toEpochMilli())
                .param("next", message.nextAt().toEpochMilli())
                .param("tries", message.tries())
                .update();
    }

    private static int bound(JdbcClient connection, String target, int most) {
        return connection.sql(BOUND).param("target", target).param("most", most).update();
    }

    @Override
    public List<Waiting> due(String target, Instant now, int limit) {
        return database.reader()
                .sql("""
                        select * from webhook_queue where target = :target and next_at <= :now
                        order by next_at, id limit :limit""")
                .param("target", target)
                .param("now", now.toEpochMilli())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public List<Waiting> after(String target, long id, int limit) {
        return database.reader()
                .sql("select * from webhook_queue where target = :target and id > :id order by id limit :limit")
                .param("target", target)
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                row.getString("target"),
                row.getString("message"),
                row.getString("event"),
                row.getString("body"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("next_at")),
                row.getInt("tries"));
    }

    @Override
    public Optional<Instant> next(String target) {
        return database.reader()
                .sql("select next_at from webhook_queue where target = :target order by next_at limit 1")
                .param("target", target)
                .query((row, number) -> Instant.ofEpochMilli(row.getLong(1)))
                .optional();
    }

    @Override
    public void remove(long id) {
        database.writeNow(connection -> connection
                .sql("delete from webhook_queue where id = :id")
                .param("id", id)
                .update());
    }

    @Override
    public void again(long id, int tries, Instant at) {
        database.writeNow(connection -> connection
                .sql("update webhook_queue set tries = :tries, next_at = :at where id = :id")
                .param("tries", tries)
                .param("at", at.toEpochMilli())
                .param("id", id)
                .update());
    }

    @Override
    public Backlog backlog(String target) {
        return database.reader()
                .sql("select count(*), min(made_at) from webhook_queue where target = :target")
                .param("target", target)
                .query((row, number) -> new Backlog(
                        row.getInt(1),
                        row.getInt(1) == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(row.getLong(2)))))
                .single();
    }

    @Override
    public int keepOnly(Collection<String> targets) {
        return database.writeNow(connection -> connection
                .sql("delete from webhook_queue where target not in (:targets)")
                .param("targets", targets)
                .update());
    }
}
