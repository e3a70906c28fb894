package dev.quell.storage.redis;

import static org.awaitility.Awaitility.await;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.history.PastCall;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.jdbc.JdbcCallPages;
import dev.quell.storage.jdbc.JdbcPastCalls;
import dev.quell.storage.memory.CachedCallJournal;
import dev.quell.storage.memory.CachedCallerHistory;
import dev.quell.storage.memory.Standing;
import dev.quell.storage.redis.calls.CallSharing;
import dev.quell.storage.redis.link.RedisKeeper;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.Subscription;
import dev.quell.storage.redis.notices.NoticeBoard;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.testing.MovingClock;
import io.lettuce.core.AbstractRedisClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** One of several instances: its own database, its own memory, and Redis that it shares with the others. */
public final class Sibling implements AutoCloseable {

    private static final Duration KEEP = Duration.ofDays(90);
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    public final RedisLink link;
    public final CachedCallerHistory history;
    public final CallJournal journal;
    public final CallSharing sharing;
    public final SqliteDatabase database;
    private final AbstractRedisClient client;
    private final Subscription subscription;
    private final RedisKeeper keeper;

    /** @param name others than any other's */
    public Sibling(String name, Path folder, AbstractRedisClient client) {
        Clock clock = new MovingClock(Calls.NOW.plusSeconds(3600));
        this.client = client;
        database = SqliteDatabase.open(folder.resolve(name), meters);
        link = new RedisLink(() -> client, TIMEOUT, meters);
        subscription = new Subscription(link);
        sharing = new CallSharing(link, name, KEEP, this::history, meters, clock);
        history = new CachedCallerHistory(
                sharing.pastCalls(new JdbcPastCalls(database.reader())),
                Standing.none(),
                KEEP,
                Duration.ofDays(7),
                1_000_000);
        journal = new CachedCallJournal(new JdbcCallJournal(database), sharing.sharedCalls(), history);
        sharing.tellAgain(new JdbcCallPages(database.reader()), from -> {}, Duration.ofHours(2));
        keeper = new RedisKeeper(
                link, List.of(subscription, new NoticeBoard(subscription, this::history, name, meters), sharing));
        keeper.start();
    }

    private CachedCallerHistory history() {
        return history;
    }

    /** Waits until Redis is used. */
    public Sibling connected() {
        await().until(() -> !link.away());
        return this;
    }

    /** Screens the n-th call of the usual caller. */
    public CallScreened screen(int n) {
        return screen(n, Calls.CALLER, Calls.NOW.plusMillis(n));
    }

    public CallScreened screen(int n, CallerNumber caller, Instant at) {
        CallScreened call = Calls.screened(
                n,
                Calls.incoming(n, caller, at),
                Calls.verdict(dev.quell.classifier.Action.PASS, dev.quell.classifier.CallClass.NORMAL));
        journal.screened(call).join();
        return call;
    }

    /** Ends a call; whether that was news to all. */
    public boolean end(CallScreened call, CallOutcome outcome) {
        return journal.concluded(Calls.concluded(call, outcome)).join();
    }

    /** What is known here of the usual caller's calls. */
    public List<PastCall> calls() {
        return calls(Calls.CALLER);
    }

    public List<PastCall> calls(CallerNumber caller) {
        return history.of(caller, Calls.NOW.plusSeconds(3600)).calls();
    }

    @Override
    public void close() {
        keeper.close();
        try {
            sharing.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        subscription.close();
        client.shutdown(0, 1, java.util.concurrent.TimeUnit.SECONDS);
        database.close();
    }
}
