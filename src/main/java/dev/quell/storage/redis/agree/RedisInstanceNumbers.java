package dev.quell.storage.redis.agree;

import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisAwayException;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Script;
import dev.quell.storage.share.InstanceNumbers;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Numbers instances by counting in Redis. An empty Redis may have been emptied, and who has a number may not be there to tell it: counting
 * begins at random then, so that no number is given twice.
 */
public final class RedisInstanceNumbers implements InstanceNumbers {

    private static final Duration KEPT = Duration.ofDays(400);

    /** With ids of {@code number * 1,000,000,000} and more this stays below 2^53, so that any reader of JSON has them whole. */
    private static final int HIGHEST_BEGIN = 8_000_000;

    private static final Script NUMBER = Script.of("number", ScriptOutputType.INTEGER);
    private static final String[] KEYS = {Keys.INSTANCES};

    private final RedisLink link;
    private final RandomGenerator random;

    /** @param random where counting in an empty Redis begins */
    public RedisInstanceNumbers(RedisLink link, RandomGenerator random) {
        this.link = link;
        this.random = random;
    }

    @Override
    public long next() {
        int begin = random.nextInt(HIGHEST_BEGIN);
        return Answer.of(link, link.ask(redis -> NUMBER.<Long>run(redis, KEYS, 0, KEPT.toMillis(), begin)))
                .orElseThrow(RedisAwayException::new);
    }

    /** Lets it be known that a number was given. */
    public void given(long number) {
        if (number > 0) {
            link.send(redis -> NUMBER.<Long>run(redis, KEYS, number, KEPT.toMillis(), 0));
        }
    }
}
