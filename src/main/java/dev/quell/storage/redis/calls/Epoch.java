package dev.quell.storage.redis.calls;

import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.StateFile;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which life of Redis it is: a text that goes when Redis is emptied. An instance that knows another one has everything to tell. */
final class Epoch {

    private static final String STATE = "epoch";
    private static final Duration KEPT = Duration.ofDays(400);

    private final RedisLink link;
    private final StateFile state;
    private volatile String shown = "";

    Epoch(RedisLink link, StateFile state) {
        this.link = link;
        this.state = state;
    }

    /** What Redis shows; if it is nothing, an epoch begins. */
    void read(String epoch) {
        if (epoch.isEmpty()) {
            byte[] begun = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
            link.send(redis -> redis.set(Keys.EPOCH, begun, SetArgs.Builder.nx().px(KEPT)));
        }
        shown = epoch;
    }

    /** The epoch that Redis shows if this instance has not told it its past yet. */
    @Nullable
    String news() {
        String now = shown;
        return now.isEmpty() || now.equals(state.get(STATE)) ? null : now;
    }

    /** Everything was told. */
    void keep(String epoch) {
        state.put(STATE, epoch);
        link.send(redis -> redis.pexpire(Keys.EPOCH, KEPT));
    }
}
