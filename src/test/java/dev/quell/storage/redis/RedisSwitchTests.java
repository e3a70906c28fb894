package dev.quell.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.QuellApplication;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallerFilter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The Redis starter is on the class path: off it does nothing at all, on it works. */
class RedisSwitchTests {
    @TempDir
    Path data;

    private ConfigurableApplicationContext start(int redisPort, boolean enabled) {
        return new SpringApplicationBuilder(QuellApplication.class)
                .run(
                        "--server.port=0",
                        "--quell.asterisk.agi.port=0",
                        "--quell.data-directory=" + data,
                        "--quell.redis.enabled=" + enabled,
                        "--spring.data.redis.timeout=2s",
                        "--spring.data.redis.host=127.0.0.1",
                        "--spring.data.redis.port=" + redisPort);
    }

    private static CompositeHealthDescriptor health(ConfigurableApplicationContext context) {
        return (CompositeHealthDescriptor) context.getBean(HealthEndpoint.class).health();
    }

    private static CallTotals totals(ConfigurableApplicationContext context) {
        return context.getBean(CallLog.class)
                .totals(new CallerFilter.Prefix("+86170299"), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    }

    @Test
    void offThereIsNoBeanNoHealthOfItAndNoConnection() throws IOException {
        try (ServerSocket redis = new ServerSocket(0);
                ConfigurableApplicationContext context = start(redis.getLocalPort(), false)) {
            assertThat(context.getBeanNamesForType(RedisConnectionFactory.class))
                    .isEmpty();
            assertThat(health(context).getComponents())
                    .doesNotContainKey("redis")
                    .containsKey("db");
            assertThat(health(context).getStatus()).isNotEqualTo(Status.DOWN);
            assertThat(totals(context).ownOnly()).isFalse();
            redis.setSoTimeout(200);
            org.assertj.core.api.Assertions.assertThatThrownBy(redis::accept)
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void onAConnectionIsTriedAndAServerThatDoesNotAnswerIsDegraded() throws IOException {
        try (ServerSocket redis = new ServerSocket(0);
                ConfigurableApplicationContext context = start(redis.getLocalPort(), true)) {
            assertThat(totals(context).ownOnly())
                    .as("instances that share Redis alone have no record of all calls")
                    .isTrue();
            redis.setSoTimeout(10_000);
            assertThat(health(context).getComponents().get("redis").getStatus()).isEqualTo(RedisHealth.DEGRADED);
            assertThat(health(context).getStatus()).isNotEqualTo(Status.DOWN);
            try (Socket tried = redis.accept()) {
                assertThat(tried.isConnected()).isTrue();
            }
        }
    }

    static boolean redisIsInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "redis-server")));
    }

    @Test
    @EnabledIf(value = "redisIsInstalled", disabledReason = "there is no redis-server on the PATH")
    void onWithAServerItIsUpAndTakesCommands() throws IOException {
        int port = freePort();
        Process server = new ProcessBuilder(new ArrayList<>(List.of(
                        "redis-server",
                        "--port",
                        "" + port,
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--dir",
                        data.toString())))
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("redis.log").toFile())
                .start();
        try {
            Awaitility.await().until(() -> accepts(port));
            try (ConfigurableApplicationContext context = start(port, true)) {
                assertThat(context.getBean(RedisConnectionFactory.class)
                                .getConnection()
                                .ping())
                        .isEqualTo("PONG");
                Awaitility.await()
                        .until(() -> health(context)
                                .getComponents()
                                .get("redis")
                                .getStatus()
                                .equals(Status.UP));
            }
        } finally {
            server.destroy();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
