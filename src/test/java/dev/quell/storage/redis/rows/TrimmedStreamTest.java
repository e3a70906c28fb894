package dev.quell.storage.redis.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quell.storage.redis.Clients;
import dev.quell.storage.redis.OpenLink;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.Reading;
import dev.quell.storage.redis.link.StateFile;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.SharedRow;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that are gone from the stream, or were passed over, before an instance has read them. */
@NeedsRedis
class TrimmedStreamTest {

    @TempDir
    Path folder;

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private static SharedRow row(int n) {
        return new SharedRow(
                Kind.VERSION, "v" + n, 2, Map.of("version", "v" + n, "since", 1_000L + n, "settings", "some"));
    }

    private void tell(RowTeller teller, int from, int to) {
        for (int n = from; n <= to; n++) {
            assertThat(teller.tell(row(n))).succeedsWithin(Duration.ofSeconds(5));
        }
    }

    private RowFeed feed(OpenLink open) {
        RowFeed feed = new RowFeed(
                open.link(),
                rows -> rows.forEach(row -> taken.add(row.ref())),
                new StateFile(folder.resolve("state.properties")),
                () -> 1);
        feed.accept(new Reading("epoch", List.of(), true));
        feed.start();
        return feed;
    }

    private void until(int rows) {
        await().until(() -> taken.size() == rows);
    }

    @Test
    void instanceThatWasAwayWhileTheStreamWasTrimmedReadsAllRows() {
        try (RedisServer redis = RedisServer.start(folder.resolve("redis"));
                OpenLink open = new OpenLink(Clients.of(redis))) {
            RowTeller teller = new RowTeller(open.link());
            tell(teller, 1, 3);
            try (RowFeed feed = feed(open)) {
                until(3);
            }
            tell(teller, 4, 6);
            assertThat(redis.command("XTRIM", Keys.ROWS, "MAXLEN", "0")).isNotEqualTo(":0");
            tell(teller, 7, 8);

            try (RowFeed feed = feed(open)) {
                until(8);
            }
            assertThat(taken).containsExactlyInAnyOrder("v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8");
        }
    }

    /** The older version passed over the rows of kinds that it did not know. */
    @Test
    void instanceOfAVersionThatKnowsMoreKindsReadsAllRowsOnce() throws IOException {
        Path state = folder.resolve("state.properties");
        try (RedisServer redis = RedisServer.start(folder.resolve("redis"));
                OpenLink open = new OpenLink(Clients.of(redis))) {
            RowTeller teller = new RowTeller(open.link());
            tell(teller, 1, 3);
            try (RowFeed feed = feed(open)) {
                until(3);
            }
            await().until(() -> Files.readString(state).contains("rows-place"));
            taken.clear();
            tell(teller, 4, 4);
            try (RowFeed feed = feed(open)) {
                until(1);
            }
            assertThat(taken).as("of the same version").containsExactly("v4");

            Files.writeString(state, Files.readString(state).replaceAll("rows-kinds=.*", "rows-kinds=11"));
            taken.clear();
            try (RowFeed feed = feed(open)) {
                until(4);
            }
        }
    }
}
