package dev.quell.storage.redis.agree;

import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisAwayException;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Script;
import dev.quell.storage.share.InstanceNumbers;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;

/** Numbers instances by counting in Redis. A Redis that was emptied hears of the numbers that were given from who has them. */
public final class RedisInstanceNumbers implements InstanceNumbers {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final Script NUMBER = Script.of("number", ScriptOutputType.INTEGER);
    private static final String[] KEYS = {Keys.INSTANCES};

    private final RedisLink link;

    public RedisInstanceNumbers(RedisLink link) {
        this.link = link;
    }

    @Override
    public long next() {
        return Answer.of(link, link.ask(redis -> NUMBER.<Long>run(redis, KEYS, 0, KEPT.toMillis())))
                .orElseThrow(RedisAwayException::new);
    }

    /** Lets it be known that a number was given. */
    public void given(long number) {
        if (number > 0) {
            link.send(redis -> NUMBER.<Long>run(redis, KEYS, number, KEPT.toMillis()));
        }
    }
}
