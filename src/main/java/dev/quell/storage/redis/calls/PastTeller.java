package dev.quell.storage.redis.calls;

import dev.quell.storage.jdbc.JdbcCallPages;
import dev.quell.storage.memory.NearCache;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Redis again what it may have lost: after each lost connection the calls of the last hour, as a server that died keeps less than it confirmed; to one
 * that was emptied or never had it, everything that this instance's records have. Paced, in the background.
 */
final class PastTeller implements Consumer<Reading>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PastTeller.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int PAGE = 500;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final RedisCalls calls;
    private final JdbcCallPages records;
    private final Epoch epoch;
    private final Confirmed confirmed;
    private final Pace pace;
    private final Clock clock;
    private final AtomicBoolean recent = new AtomicBoolean();
    private final AtomicLong left;
    private @Nullable Rounds rounds;

    /**
     * How much and how fast.
     *
     * @param again how far back calls are told again after a lost connection
     * @param keep how far back calls are told to an empty Redis
     * @param perSecond how many calls a second
     */
    record Pace(Duration again, Duration keep, int perSecond) {}

    /** @param left shows how many calls are still to be told */
    PastTeller(
            RedisCalls calls,
            JdbcCallPages records,
            Epoch epoch,
            Confirmed confirmed,
            Pace pace,
            AtomicLong left,
            Clock clock) {
        this.calls = calls;
        this.records = records;
        this.epoch = epoch;
        this.confirmed = confirmed;
        this.pace = pace;
        this.left = left;
        this.clock = clock;
    }

    void start() {
        rounds = new Rounds("quell-redis-past", EVERY, this::run);
    }

    @Override
    public void accept(Reading reading) {
        if (reading.back()) {
            confirmed.clear();
            recent.set(true);
        }
        epoch.read(reading.epoch());
    }

    private void run() throws InterruptedException, ExecutionException, TimeoutException {
        String news = epoch.news();
        if (calls.away()) {
            return;
        }
        if (news != null) {
            whole(news);
        } else if (recent.get()) {
            tell(records.before(clock.instant().minus(pace.again)), false);
            recent.set(false);
        }
    }

    private void whole(String news) throws InterruptedException, ExecutionException, TimeoutException {
        Instant from = clock.instant().minus(pace.keep);
        long first = records.before(from);
        long most = Math.max(0, records.last() - first);
        if (most > 0) {
            LOG.warn(
                    "Redis knows nothing of this instance's past: up to {} calls are told to it, {} a second at most. Until then other instances know less of"
                            + " callers; this one knows what it knew",
                    most,
                    pace.perSecond);
        }
        long told = tell(first, true);
        for (int part = 0; part < NearCache.PARTS; part++) {
            calls.bump(part).get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        }
        epoch.keep(news);
        LOG.info("Redis was told all {} calls of this instance's past", told);
    }

    private long tell(long first, boolean quietly) throws InterruptedException, ExecutionException, TimeoutException {
        long told = 0;
        long place = first;
        List<Map<String, @Nullable Object>> page = records.after(place, PAGE);
        while (!page.isEmpty()) {
            left.set(Math.max(0, records.last() - place));
            long started = System.nanoTime();
            tell(page, quietly);
            told += page.size();
            place = ((Number) Objects.requireNonNull(page.getLast().get("seq"))).longValue();
            keepPace(started, page.size());
            page = records.after(place, PAGE);
        }
        left.set(0);
        return told;
    }

    private void tell(List<Map<String, @Nullable Object>> page, boolean quietly)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<CompletableFuture<Boolean>> told = new ArrayList<>();
        for (Map<String, @Nullable Object> row : page) {
            ToldCall call = new RowCall(row).told();
            if (call.caller().identifies()) {
                told.add(quietly ? calls.again(call) : calls.told(call));
            }
        }
        CompletableFuture.allOf(told.toArray(CompletableFuture[]::new)).get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void keepPace(long started, int size) throws InterruptedException {
        long due = TimeUnit.SECONDS.toNanos(size) / pace.perSecond;
        TimeUnit.NANOSECONDS.sleep(due - (System.nanoTime() - started));
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.close();
        }
    }
}
