package dev.quell.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NeedsRedis
class RedisServerTest {

    @TempDir
    Path folder;

    private RedisServer server;

    @BeforeEach
    void start() {
        server = RedisServer.start(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void killedOneHasItsDataAgain() {
        server.command("SET", "a", "1");
        server.kill();
        assertThat(server.command("GET", "a")).isEmpty();

        server.restart();

        assertThat(server.command("GET", "a")).isEqualTo("$1\r\n1");
    }

    @Test
    void emptyOneHasNothing() {
        server.command("SET", "a", "1");
        server.stop();

        server.restartEmpty();

        assertThat(server.command("GET", "a")).isEqualTo("$-1");
    }

    @Test
    void frozenOneAnswersWhenItGoesOn() {
        server.freeze();
        assertThat(server.command("PING")).isEmpty();

        server.thaw();

        assertThat(server.command("PING")).isEqualTo("+PONG");
    }
}
