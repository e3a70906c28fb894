package dev.quell.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.call.CallOutcome;
import dev.quell.call.HangupSide;
import dev.quell.storage.Calls;
import dev.quell.storage.redis.agree.RedisErrands;
import dev.quell.storage.redis.link.RedisKeeper;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Subscription;
import dev.quell.storage.redis.traffic.RedisTraffic;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisServer;
import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.TrafficFact;
import io.lettuce.core.RedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errands and facts of traffic go to all other instances, and not to the one that tells them. */
@NeedsRedis
class TellEachOtherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private RedisServer redis;
    private final List<Node> nodes = new ArrayList<>();

    private static final class Node implements AutoCloseable {
        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final List<TrafficFact> heard = new CopyOnWriteArrayList<>();
        private final RedisClient client;
        private final RedisErrands errands;
        private final RedisTraffic traffic;
        private final Subscription subscription;
        private final RedisKeeper keeper;
        private final RedisLink link;

        Node(String self, RedisServer server) {
            client = Clients.of(server);
            link = new RedisLink(() -> client, Duration.ofSeconds(1), meters);
            subscription = new Subscription(link);
            errands = new RedisErrands(link, subscription, self);
            traffic = new RedisTraffic(link, subscription, self, meters);
            traffic.hear(heard::add);
            keeper = new RedisKeeper(link, List.of(subscription));
            keeper.start();
        }

        @Override
        public void close() {
            traffic.close();
            keeper.close();
            subscription.close();
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    @BeforeEach
    void start() {
        redis = RedisServer.start(folder);
        for (String self : List.of("first", "second", "third")) {
            nodes.add(new Node(self, redis));
        }
        await().until(() -> redis.command("PUBSUB", "NUMSUB", "quell:errands").endsWith(":3"));
        await().until(() -> nodes.stream().noneMatch(node -> node.link.away()));
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::close);
        redis.close();
    }

    @Test
    void errandIsDoneByWhoeverCan() {
        nodes.get(0).errands.serve("redirect", what -> Optional.of("own"));
        nodes.get(1).errands.serve("redirect", what -> Optional.empty());
        nodes.get(2).errands.serve("redirect", what -> Optional.of("done " + what));

        assertThat(nodes.get(0)
                        .errands
                        .ask("redirect", "pbx:1 to queue", PATIENCE)
                        .join())
                .contains("done pbx:1 to queue");
    }

    /** As one that was frozen hears it afterwards. */
    @Test
    void errandThatNobodyWaitsForAnyMoreIsNotDone() {
        List<String> done = new CopyOnWriteArrayList<>();
        nodes.get(1).errands.serve("redirect", what -> {
            done.add(what);
            return Optional.of("done");
        });

        assertThat(redis.command("PUBLISH", "quell:errands", "third 99 redirect old"))
                .isEqualTo(":3");
        assertThat(nodes.get(0).errands.ask("redirect", "new", PATIENCE).join()).contains("done");

        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(done).containsExactly("new"));
    }

    @Test
    void errandThatNobodyCanDoIsAnsweredWhenItsTimeIsOver() {
        assertThat(nodes.get(0)
                        .errands
                        .ask("redirect", "x", Duration.ofMillis(200))
                        .join())
                .isEmpty();
    }

    @Test
    void nobodyIsAskedWhileRedisIsAway() {
        redis.kill();
        await().until(() -> nodes.getFirst().link.away());

        assertThat(nodes.getFirst().errands.ask("redirect", "x", Duration.ofDays(1)))
                .isCompletedWithValue(Optional.empty());
    }

    @Test
    void factsAreHeardByTheOthersAsTheyWereTold() {
        TrafficFact arrived = new TrafficFact.Arrived(Calls.CALLER, "sip-provider", "12345", Calls.NOW, true);
        TrafficFact flagged = new TrafficFact.Flagged(Calls.CALLER, "sip-provider", Calls.NOW, false);
        TrafficFact ended = new TrafficFact.Ended(new ConcludedCall(
                Calls.CALLER,
                "sip-provider",
                "12345",
                Calls.NOW,
                CallOutcome.SILENT,
                Duration.ofSeconds(41),
                HangupSide.CALLER,
                Calls.NOW.plusSeconds(60)));

        List.of(arrived, flagged, ended).forEach(nodes.getFirst().traffic::tell);

        await().untilAsserted(() -> {
            assertThat(nodes.get(1).heard).containsExactly(arrived, flagged, ended);
            assertThat(nodes.get(2).heard).containsExactly(arrived, flagged, ended);
        });
        assertThat(nodes.get(0).heard).isEmpty();
    }
}
