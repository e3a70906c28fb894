package dev.quell.storage.redis.agree;

import dev.quell.storage.redis.link.RedisLink;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for what Redis answers, no longer than a call may. */
final class Answer {

    private static final Logger LOG = LoggerFactory.getLogger(Answer.class);

    private Answer() {}

    /** The answer; empty if there is none in time. */
    static <T> Optional<T> of(RedisLink link, CompletableFuture<T> asked) {
        try {
            return Optional.of(asked.get(link.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Redis does not answer, this instance decides for itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }
}
