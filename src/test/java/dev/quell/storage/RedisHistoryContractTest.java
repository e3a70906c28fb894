package dev.quell.storage;

import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.jdbc.JdbcPastCalls;
import dev.quell.storage.memory.CachedCallJournal;
import dev.quell.storage.memory.PastCalls;
import dev.quell.storage.memory.RecordListener;
import dev.quell.storage.redis.Clients;
import dev.quell.storage.redis.OpenLink;
import dev.quell.storage.redis.calls.CallSharing;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.testing.MovingClock;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A caller's history that is read from Redis alone keeps its contract; flags come from the instance's own records in any case. */
@NeedsRedis
class RedisHistoryContractTest extends CallerHistoryContract {

    @TempDir
    static Path folder;

    @TempDir
    Path directory;

    private static RedisServer redis;
    private static OpenLink opened;
    private CallSharing sharing;

    @BeforeAll
    static void start() {
        redis = RedisServer.start(folder);
        opened = new OpenLink(Clients.of(redis));
    }

    @AfterAll
    static void stop() {
        opened.close();
        redis.close();
    }

    @Override
    Database open() {
        redis.command("FLUSHALL");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        sharing = new CallSharing(
                opened.link(),
                "self",
                Duration.ofDays(180),
                () -> {
                    throw new IllegalStateException("Redis answers");
                },
                meters,
                new MovingClock(Calls.NOW));
        return SqliteDatabase.open(directory, meters);
    }

    @Override
    void close(Database database) {
        ((SqliteDatabase) database).close();
    }

    /** Writes are told to Redis, and the next question waits for that. */
    @Override
    CallJournal journalOver(Database over) {
        return new Waiting(
                new CachedCallJournal(new JdbcCallJournal(over), sharing.sharedCalls(), new Nobody()), opened.link());
    }

    @Override
    PastCalls pastCalls() {
        return sharing.pastCalls(new FlagsAlone(new JdbcPastCalls(database().reader())));
    }

    private record FlagsAlone(PastCalls stored) implements PastCalls {
        @Override
        public List<PastCall> calls(CallerNumber caller, Instant from) {
            return List.of();
        }

        @Override
        public List<PastFlag> flags(CallerNumber caller, Instant from) {
            return stored.flags(caller, from);
        }
    }

    /** What nobody waits for in the service is waited for here: it is told over one connection, in order, after a script was told whole if need be. */
    private record Waiting(CallJournal inner, RedisLink link) implements CallJournal {
        @Override
        public CompletableFuture<Void> screened(CallScreened call) {
            return inner.screened(call)
                    .thenCompose(done -> link.tell(redis -> redis.ping()))
                    .thenCompose(done -> link.tell(redis -> redis.ping()))
                    .thenAccept(done -> {});
        }

        @Override
        public CompletableFuture<Boolean> concluded(CallConcluded call) {
            return inner.concluded(call);
        }

        @Override
        public Optional<CallScreened> find(CallId id) {
            return inner.find(id);
        }

        @Override
        public Optional<CallScreened> find(CallToken token) {
            return inner.find(token);
        }
    }

    private static final class Nobody implements RecordListener {
        @Override
        public void screened(CallScreened screened) {}

        @Override
        public void concluded(CallConcluded concluded) {}

        @Override
        public void flagged(CallerNumber caller) {}
    }
}
