package dev.quell.storage.redis.agree;

import dev.quell.share.Lease;
import dev.quell.share.Leases;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Leases that all instances see. While Redis is away each instance is granted its own. */
public final class RedisLeases implements Leases {

    private static final Script TAKE = Script.of("lease", ScriptOutputType.INTEGER);
    private static final Script GIVE_BACK = Script.of("giveback", ScriptOutputType.INTEGER);

    private final RedisLink link;
    private final String self;
    private final Leases alone;
    private final Clock clock;

    /**
     * @param self who takes them
     * @param alone answers while Redis is away
     */
    public RedisLeases(RedisLink link, String self, Leases alone, Clock clock) {
        this.link = link;
        this.self = self;
        this.alone = alone;
        this.clock = clock;
    }

    /** The lease ends for its holder no later than for Redis: its time counts from before Redis was asked. */
    @Override
    public Optional<Lease> take(String name, Duration term) {
        Instant until = clock.instant().plus(term);
        Optional<Long> fence = Answer.of(
                link, link.ask(redis -> TAKE.<Long>run(redis, keys(name), self, term.toMillis(), clock.millis())));
        return fence.isEmpty()
                ? alone.take(name, term)
                : fence.filter(granted -> granted > 0).map(granted -> new Lease(name, granted, until));
    }

    private static String[] keys(String name) {
        return new String[] {Keys.lease(name), Keys.lease(name) + ":fence"};
    }

    @Override
    public void giveBack(Lease lease) {
        link.send(redis -> GIVE_BACK.<Long>run(redis, keys(lease.name()), self, lease.fence()));
    }
}
