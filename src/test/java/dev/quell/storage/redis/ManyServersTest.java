package dev.quell.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.history.PastCall;
import dev.quell.storage.Calls;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisCluster;
import dev.quell.testing.servers.RedisSentinel;
import dev.quell.testing.servers.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shared over one server is shared over a cluster, and over the server that Sentinel names. */
@NeedsRedis
class ManyServersTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private static CallerNumber caller(int n) {
        return new CallerNumber.E164("+8613800139" + (100 + n));
    }

    private static void shareCalls(Sibling first, Sibling second, int from, int to) {
        IntStream.range(from, to)
                .forEach(n -> first.end(first.screen(n, caller(n), Calls.NOW.plusMillis(n)), CallOutcome.SILENT));
        IntStream.range(from, to)
                .forEach(n -> await().atMost(LONG)
                        .untilAsserted(() -> assertThat(second.calls(caller(n)))
                                .extracting(PastCall::outcome)
                                .containsExactly(CallOutcome.SILENT)));
    }

    @Test
    void clusterHoldsEachPartOnOneOfItsNodes() {
        try (RedisCluster cluster = RedisCluster.start(folder);
                Sibling first = new Sibling("first", folder, Clients.of(cluster)).connected();
                Sibling second = new Sibling("second", folder, Clients.of(cluster)).connected()) {
            IntStream.range(0, 60)
                    .forEach(n -> assertThat(second.calls(caller(n))).isEmpty());

            shareCalls(first, second, 0, 60);

            List<Integer> keys = cluster.nodes().stream()
                    .map(node -> Integer.parseInt(node.command("DBSIZE").substring(1)))
                    .toList();
            assertThat(keys).allMatch(size -> size > 10);
        }
    }

    @Test
    void replicaThatBecomesTheMasterGoesOn() {
        try (RedisSentinel set = RedisSentinel.start(folder);
                Sibling first = new Sibling("first", folder, Clients.of(set)).connected();
                Sibling second = new Sibling("second", folder, Clients.of(set)).connected()) {
            shareCalls(first, second, 0, 5);

            set.master().kill();
            await().atMost(LONG).until(() -> isMaster(set.replica()) && !first.link.away() && !second.link.away());

            shareCalls(first, second, 5, 10);
            assertThat(second.calls(caller(0))).hasSize(1);
        }
    }

    private static boolean isMaster(RedisServer server) {
        return server.command("ROLE").contains("master");
    }
}
