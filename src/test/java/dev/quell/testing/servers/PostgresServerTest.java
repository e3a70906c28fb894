package dev.quell.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsPostgres
class PostgresServerTest {

    private PostgresServer server;
    private String database;

    @BeforeEach
    void start() {
        server = PostgresServer.start();
        database = server.newDatabase();
        server.run(database, "create table kept (n int)");
        server.run(database, "insert into kept values (7)");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int kept() throws SQLException {
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select n from kept")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    @Test
    void killedOneHasItsDataAgain() throws SQLException {
        server.kill();
        assertThatThrownBy(this::kept).isInstanceOf(SQLException.class);

        server.restart();

        assertThat(kept()).isEqualTo(7);
    }

    @Test
    void frozenOneAnswersWhenItGoesOn() throws SQLException {
        server.freeze();
        assertThatThrownBy(this::kept).isInstanceOf(SQLException.class);

        server.thaw();

        assertThat(kept()).isEqualTo(7);
    }

    @Test
    void stoppedOneHasItsDataAgain() throws SQLException {
        server.stop();
        server.restart();

        assertThat(kept()).isEqualTo(7);
    }
}
