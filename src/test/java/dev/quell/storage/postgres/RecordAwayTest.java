package dev.quell.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.testing.servers.NeedsPostgres;
import dev.quell.testing.servers.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that is killed, frozen or stopped while it is told something. */
@NeedsPostgres
class RecordAwayTest {

    @TempDir
    Path directory;

    private PostgresServer server;
    private Node node;

    @BeforeEach
    void start() {
        server = PostgresServer.start();
        node = new Node("a", directory, server, server.newDatabase()).shares().tells();
    }

    @AfterEach
    void stop() {
        node.close();
        server.close();
    }

    private void screen(int from, int to) {
        JdbcCallJournal journal = new JdbcCallJournal(node.own());
        for (int n = from; n <= to; n++) {
            journal.screened(Calls.screened(n)).join();
        }
    }

    private int calls() {
        return node.record()
                .reader()
                .sql("select count(*) from calls")
                .query(Integer.class)
                .single();
    }

    @Test
    void killedOneGetsEveryRowOnceWhenItIsBack() {
        screen(1, 100);
        node.tells();
        server.kill();
        screen(101, 200);
        node.tells();
        assertThat(node.shipper.fault()).startsWith("it does not answer; check it and the network");

        server.restart();
        node.tells();

        assertThat(calls()).isEqualTo(200);
        assertThat(node.shipper.fault()).isEmpty();
    }

    @Test
    void frozenOneIsGivenUpAndGetsEveryRowOnceWhenItGoesOn() {
        screen(1, 10);
        node.tells();
        screen(11, 20);
        server.freeze();
        node.tells();
        assertThat(node.shipper.fault()).isNotEmpty();

        server.thaw();
        node.tells();

        assertThat(calls()).isEqualTo(20);
    }

    @Test
    void batchThatWasCommittedAndNotConfirmedChangesNothingWhenItComesAgain() {
        screen(1, 10);
        node.tells();
        String before = content();
        node.own()
                .writeNow(connection -> connection
                        .sql("insert into outbox (kind, ref, at) select 'CALL', seq, 0 from calls")
                        .update());

        node.tells();

        assertThat(content()).isEqualTo(before);
    }

    private String content() {
        return node.record()
                .reader()
                .sql("select md5(string_agg(c::text, ' ' order by id)) from calls c")
                .query(String.class)
                .single();
    }
}
