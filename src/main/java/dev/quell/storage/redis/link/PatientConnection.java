package dev.quell.storage.redis.link;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A connection for one thread that waits for its answers, at most five seconds. It is made at the first question, and anew after a fault. */
public final class PatientConnection implements AutoCloseable {

    private final RedisLink link;
    private @Nullable Connection connection;

    public PatientConnection(RedisLink link) {
        this.link = link;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws RuntimeException if there is none
     */
    public synchronized <T> T answer(
            Function<RedisClusterAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> question) {
        Connection open = connection;
        if (open == null) {
            open = Connection.open(link.client(), RedisLink.PATIENT);
            connection = open;
        }
        try {
            return question.apply(open.commands())
                    .toCompletableFuture()
                    .get(RedisLink.PATIENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new RedisAwayException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisAwayException(e);
        }
    }

    @Override
    public synchronized void close() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
