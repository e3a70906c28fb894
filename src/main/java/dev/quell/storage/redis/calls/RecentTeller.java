package dev.quell.storage.redis.calls;

import dev.quell.storage.jdbc.JdbcCallPages;
import dev.quell.storage.redis.link.Reading;
import dev.quell.storage.redis.link.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells Redis again what it may have lost though it confirmed it: after each lost connection the calls, flags, entries and known callers of the last hour, as a server
 * that died keeps less than it confirmed. In the background.
 */
final class RecentTeller implements Consumer<Reading>, AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int PAGE = 500;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final RedisCalls calls;
    private final JdbcCallPages records;
    private final Consumer<Instant> small;
    private final Confirmed confirmed;
    private final Duration again;
    private final AtomicLong left;
    private final Clock clock;
    private final AtomicBoolean lost = new AtomicBoolean();
    private @Nullable Rounds rounds;

    /**
     * @param again how far back calls are told again
     * @param left shows how many are still to be told
     */
    RecentTeller(
            RedisCalls calls,
            JdbcCallPages records,
            Consumer<Instant> small,
            Confirmed confirmed,
            Duration again,
            AtomicLong left,
            Clock clock) {
        this.calls = calls;
        this.records = records;
        this.small = small;
        this.confirmed = confirmed;
        this.again = again;
        this.left = left;
        this.clock = clock;
    }

    void start() {
        rounds = new Rounds("quell-redis-recent", EVERY, this::run);
    }

    @Override
    public void accept(Reading reading) {
        if (reading.back()) {
            confirmed.clear();
            lost.set(true);
        }
    }

    private void run() throws InterruptedException, ExecutionException, TimeoutException {
        if (!calls.away() && lost.getAndSet(false)) {
            try {
                Instant from = clock.instant().minus(again);
                small.accept(from);
                tell(records.before(from));
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                lost.set(true);
                throw e;
            }
        }
    }

    private void tell(long first) throws InterruptedException, ExecutionException, TimeoutException {
        long place = first;
        List<Map<String, @Nullable Object>> page = records.after(place, PAGE);
        while (!page.isEmpty()) {
            left.set(Math.max(0, records.last() - place));
            tell(page);
            place = ((Number) Objects.requireNonNull(page.getLast().get("seq"))).longValue();
            page = records.after(place, PAGE);
        }
        left.set(0);
    }

    private void tell(List<Map<String, @Nullable Object>> page)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<CompletableFuture<Boolean>> told = new ArrayList<>();
        for (Map<String, @Nullable Object> row : page) {
            ToldCall call = new RowCall(row).told(calls.sender());
            if (call.caller().identifies()) {
                told.add(calls.told(call));
            }
        }
        CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.close();
        }
    }
}
