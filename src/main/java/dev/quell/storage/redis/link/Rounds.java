package dev.quell.storage.redis.link;

import dev.quell.jobs.Jobs;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again on a thread of its own. What fails in a round is done with the next; that Redis is away is told by {@link RedisKeeper}. */
public final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** One round. */
    public interface Work {

        /** Does it; what it throws ends this round only. */
        void run() throws Exception;
    }

    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> schedule;

    /**
     * Begins at once.
     *
     * @param thread its name
     * @param every the time between the end of a round and the next
     */
    public Rounds(String thread, Duration every, Work work) {
        this.timer = Jobs.timer(thread);
        this.schedule =
                timer.scheduleWithFixedDelay(() -> round(thread, work), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void round(String thread, Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RedisAwayException | TimeoutException e) {
            LOG.debug("{}: Redis does not answer, tried again", thread, e);
        } catch (Exception e) {
            if (e instanceof RedisException
                    || e.getCause() instanceof RedisException
                    || e.getCause() instanceof RedisAwayException) {
                LOG.debug("{}: Redis does not answer, tried again", thread, e);
            } else {
                LOG.warn("{}: not done, tried again: {}", thread, e.toString());
            }
        }
    }

    @Override
    public void close() {
        schedule.cancel(true);
        timer.shutdownNow();
    }
}
