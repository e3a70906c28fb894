package dev.quell.storage.redis.link;

import java.io.Serial;

/** Redis is not asked now: there is no connection yet, or it did not answer lately. */
public final class RedisAwayException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public RedisAwayException() {
        super("Redis does not answer", null, false, false);
    }

    RedisAwayException(Throwable cause) {
        super("Redis does not answer: " + cause, cause);
    }
}
