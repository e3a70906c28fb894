package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.postgres.ship.LagWatch;
import dev.quell.storage.share.SharedSettings.Alarm;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The alarm that the record is too far behind. */
@NeedsPostgres
class LagAlarmTest {

    @TempDir
    Path directory;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger(LagWatch.class);
    private Node node;
    private LagWatch watch;

    @BeforeEach
    void start() {
        PostgresServer server = PostgresServer.shared();
        node = new Node("a", directory, server, server.newDatabase()).shares().tells();
        lines.start();
        log.setLevel(Level.INFO);
        log.addAppender(lines);
        watch = new LagWatch(
                node.outbox, node.shipper, new Alarm(Duration.ofHours(1), 3), Clock.systemUTC(), node.meters);
        watch.start();
    }

    @AfterEach
    void stop() {
        watch.close();
        log.detachAppender(lines);
        log.setLevel(null);
        node.close();
    }

    private void screen(int n) {
        new JdbcCallJournal(node.own()).screened(Calls.screened(n)).join();
    }

    private List<String> words() {
        return List.copyOf(lines.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void oneLineWhenMoreRowsWaitThanMayAndOneWhenItIsOver() {
        for (int n = 1; n <= 3; n++) {
            screen(n);
        }
        await().until(() -> watch.waiting() == 3);
        assertThat(watch.alarmed()).isFalse();
        assertThat(words()).isEmpty();

        screen(4);
        await().until(() -> words().size() == 1);
        assertThat(watch.alarmed()).isTrue();
        screen(5);
        await().until(() -> watch.waiting() == 5);
        assertThat(words())
                .singleElement()
                .asString()
                .startsWith("PostgreSQL lacks 4 rows of this instance, the oldest for ")
                .endsWith("It takes fewer rows than come: look at its load and its disk");

        node.tells();
        await().until(() -> words().size() == 2);
        assertThat(watch.alarmed()).isFalse();
        assertThat(words()).hasSize(2).last().isEqualTo("PostgreSQL has caught up with this instance: 0 rows wait");
        assertThat(node.meters.get("quell.shared.waiting").gauge().value()).isZero();
    }
}
