package dev.quell.storage.jdbc.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.webhook.Waiting;
import dev.quell.webhook.WebhookQueue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcWebhookQueueTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path directory;

    private SqliteDatabase database;
    private WebhookQueue queue;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
        queue = new JdbcWebhookQueue(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Waiting message(String target, String id, Instant at) {
        return new Waiting(0, target, id, "block.made", "{\"a\":\"电话\"}", at, at, 0);
    }

    private List<String> due(String target, Instant now) {
        return queue.due(target, now, 10).stream().map(Waiting::message).toList();
    }

    @Test
    void messagesWaitForTheirTargetUntilTheirTime() {
        queue.add(
                List.of(
                        message("crm", "m2", NOW.plusSeconds(1)),
                        message("crm", "m1", NOW),
                        message("siem", "m3", NOW)),
                10);

        assertThat(due("crm", NOW)).containsExactly("m1");
        assertThat(due("crm", NOW.plusSeconds(1))).containsExactly("m1", "m2");
        assertThat(due("siem", NOW)).containsExactly("m3");
        assertThat(due("other", NOW)).isEmpty();
        assertThat(queue.next("crm")).contains(NOW);
        assertThat(queue.next("other")).isEmpty();
        Waiting kept = queue.due("crm", NOW, 1).getFirst();
        assertThat(kept.body()).isEqualTo("{\"a\":\"电话\"}");
        assertThat(kept.madeAt()).isEqualTo(NOW);
    }

    @Test
    void aMessageIsSentAgainLaterOrNoMore() {
        queue.add(List.of(message("crm", "m1", NOW), message("crm", "m2", NOW)), 10);
        List<Waiting> both = queue.due("crm", NOW, 10);

        queue.remove(both.getFirst().id());
        queue.again(both.getLast().id(), 3, NOW.plus(Duration.ofMinutes(2)));

        assertThat(due("crm", NOW)).isEmpty();
        Waiting again = queue.due("crm", NOW.plus(Duration.ofMinutes(2)), 10).getFirst();
        assertThat(again.message()).isEqualTo("m2");
        assertThat(again.tries()).isEqualTo(3);
        assertThat(again.madeAt()).isEqualTo(NOW);
    }

    @Test
    void ofTooManyTheOldestOfThatTargetGo() {
        queue.add(List.of(message("siem", "s1", NOW)), 2);

        assertThat(queue.add(List.of(message("crm", "m1", NOW), message("crm", "m2", NOW)), 2))
                .isZero();
        assertThat(queue.add(List.of(message("crm", "m3", NOW)), 2)).isEqualTo(1);

        assertThat(due("crm", NOW)).containsExactly("m2", "m3");
        assertThat(due("siem", NOW)).containsExactly("s1");
    }

    @Test
    void aFullQueueIsNotSortedForEachMessage() {
        List<String> plan = database.reader()
                .sql("explain query plan " + JdbcWebhookQueue.BOUND)
                .param("target", "crm")
                .param("most", 10)
                .query((row, number) -> row.getString("detail"))
                .list();

        assertThat(plan).isNotEmpty().noneMatch(step -> step.contains("TEMP B-TREE"));
        assertThat(plan).allMatch(step -> step.contains("webhook_queue_by_target") || step.contains("SCALAR SUBQUERY"));
    }

    @Test
    void whatWaitsOutlivesARestart() {
        queue.add(List.of(message("crm", "m1", NOW)), 10);
        database.close();
        open();

        assertThat(due("crm", NOW)).containsExactly("m1");
        assertThat(queue.backlog("crm")).isEqualTo(new WebhookQueue.Backlog(1, Optional.of(NOW)));
        assertThat(queue.backlog("siem")).isEqualTo(new WebhookQueue.Backlog(0, Optional.empty()));
    }

    @Test
    void theMessagesOfTargetsThatAreNoMoreGo() {
        queue.add(List.of(message("crm", "m1", NOW), message("siem", "m2", NOW)), 10);

        assertThat(queue.keepOnly(List.of("crm"))).isEqualTo(1);
        assertThat(due("crm", NOW)).containsExactly("m1");
        assertThat(due("siem", NOW)).isEmpty();
    }
}
