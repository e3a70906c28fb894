package dev.quell.storage.redis.calls;

import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Rounds;
import dev.quell.storage.share.Ahead;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.Outbox;
import dev.quell.storage.share.Outbox.Waiting;
import dev.quell.storage.share.SharedRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells Redis what the records have and it has not confirmed: changes of small rows within a tenth of a second, calls that were not told at once. */
final class OutboxTeller implements AutoCloseable {

    private static final int BATCH = 500;
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final RedisLink link;
    private final RedisCalls calls;
    private final Outbox outbox;
    private final Ahead ahead;
    private final Confirmed confirmed;
    private final Function<SharedRow, ? extends CompletableFuture<?>> rows;
    private @Nullable Rounds rounds;

    /** @param rows tells of a small row */
    OutboxTeller(
            RedisLink link,
            RedisCalls calls,
            Outbox outbox,
            Confirmed confirmed,
            Function<SharedRow, ? extends CompletableFuture<?>> rows) {
        this.link = link;
        this.calls = calls;
        this.outbox = outbox;
        this.ahead = new Ahead(outbox, Destinations.REDIS);
        this.confirmed = confirmed;
        this.rows = rows;
    }

    void start() {
        rounds = new Rounds("quell-redis-outbox", EVERY, this::run);
    }

    private void run() throws InterruptedException, ExecutionException, TimeoutException {
        boolean more = !link.away();
        while (more) {
            more = batch();
        }
    }

    /** Tells what waits longest; whether there was anything. */
    private boolean batch() throws InterruptedException, ExecutionException, TimeoutException {
        List<Waiting> waiting = outbox.waiting(Destinations.REDIS, BATCH);
        if (!waiting.isEmpty()) {
            told(ahead.beyond(waiting));
            ahead.told();
            told(waiting);
            outbox.confirmed(Destinations.REDIS, waiting.getLast().place());
        }
        return !waiting.isEmpty();
    }

    private void told(List<Waiting> waiting) throws InterruptedException, ExecutionException, TimeoutException {
        List<CompletableFuture<?>> told = new ArrayList<>();
        waiting.forEach(each -> told.add(tell(each.row())));
        CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<?> tell(SharedRow row) {
        if (row.kind() != Kind.CALL) {
            return rows.apply(row);
        }
        if (row.columns().isEmpty()) {
            return CompletableFuture.completedFuture(true);
        }
        ToldCall call = new RowCall(row.columns()).told(calls.sender());
        return !call.caller().identifies() || confirmed.covers(call)
                ? CompletableFuture.completedFuture(true)
                : calls.told(call);
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.close();
        }
    }
}
