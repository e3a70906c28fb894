package dev.quell.storage.redis.agree;

import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.redis.link.RedisAwayException;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Script;
import dev.quell.storage.share.InstanceNumbers;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Numbers instances at random, and remembers in Redis which numbers were given. A Redis that was emptied does not know them until each instance has told
 * its own; a new instance that comes before that meets a number in use once in eight million times.
 */
public final class RedisInstanceNumbers implements InstanceNumbers {

    private static final Duration KEPT = Duration.ofDays(400);

    /** With ids of {@code number * 1,000,000,000} and more this stays below 2^53, so that any reader of JSON has them whole. */
    private static final int HIGHEST = 8_000_000;

    private static final int TRIES = 8;
    private static final Script NUMBER = Script.of("number", ScriptOutputType.INTEGER);
    private static final String[] KEYS = {Keys.INSTANCES};

    private final RedisLink link;
    private final RandomGenerator random;

    /** @param random which numbers are tried */
    public RedisInstanceNumbers(RedisLink link, RandomGenerator random) {
        this.link = link;
        this.random = random;
    }

    @Override
    public long next() {
        Object[] arguments = Stream.concat(
                        Stream.of(KEPT.toMillis(), 0),
                        random.ints(TRIES, 1, HIGHEST + 1).boxed())
                .toArray();
        return Answer.of(link, link.ask(redis -> NUMBER.<Long>run(redis, KEYS, arguments)))
                .filter(number -> number > 0)
                .orElseThrow(RedisAwayException::new);
    }

    /** Lets it be known that a number was given. */
    public void given(long number) {
        if (number > 0) {
            link.send(redis -> NUMBER.<Long>run(redis, KEYS, KEPT.toMillis(), number));
        }
    }
}
