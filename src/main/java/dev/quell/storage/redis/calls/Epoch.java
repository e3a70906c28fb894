package dev.quell.storage.redis.calls;

import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.Reading;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.outbox.Sharing;
import io.lettuce.core.SetArgs;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which life of Redis it is: a text that goes when Redis is emptied. Who knew another one has everything to tell again; until that is done, other instances
 * know less of callers, and each what it knew.
 */
public final class Epoch implements Consumer<Reading> {

    private static final Logger LOG = LoggerFactory.getLogger(Epoch.class);
    private static final Duration KEPT = Duration.ofDays(400);

    private final RedisLink link;
    private final Sharing sharing;
    private final InstanceKeeper keeper;
    private final LongConsumer given;
    private String met = "";

    /** @param given lets a new Redis know of this instance's number */
    public Epoch(RedisLink link, Sharing sharing, InstanceKeeper keeper, LongConsumer given) {
        this.link = link;
        this.sharing = sharing;
        this.keeper = keeper;
        this.given = given;
    }

    @Override
    public void accept(Reading reading) {
        String shown = reading.epoch();
        if (shown.isEmpty()) {
            byte[] begun = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
            link.send(redis -> redis.set(Keys.EPOCH, begun, SetArgs.Builder.nx().px(KEPT)));
        } else if (!shown.equals(met) && keeper.number() > 0) {
            meet(shown, sharing.store(Destinations.REDIS));
            met = shown;
        }
    }

    private void meet(String shown, String before) {
        given.accept(keeper.number());
        link.send(redis -> redis.pexpire(Keys.EPOCH, KEPT));
        if (before.isEmpty()) {
            sharing.met(Destinations.REDIS, shown);
        } else if (!before.equals(shown)) {
            LOG.warn(
                    "Redis was emptied, or is another one than before: all that this instance knows is told to it again");
            sharing.lacksAll(Destinations.REDIS, shown);
        }
    }
}
