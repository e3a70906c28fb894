package dev.quell.storage.redis.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.storage.Calls;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.jdbc.JdbcCallPages;
import dev.quell.storage.memory.NearCache;
import dev.quell.storage.redis.Clients;
import dev.quell.storage.redis.OpenLink;
import dev.quell.storage.redis.link.Keys;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.testing.MovingClock;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller did, as Redis keeps it. */
@NeedsRedis
class RedisCallsTest {

    private static final Duration KEEP = Duration.ofDays(90);
    private static final int PART = NearCache.part(Calls.CALLER);

    @TempDir
    static Path folder;

    private static RedisServer redis;
    private static OpenLink opened;

    private final MovingClock clock = new MovingClock(Calls.NOW.plusSeconds(3600));
    private final RedisCalls first = new RedisCalls(opened.link(), "first", KEEP, clock);
    private final RedisCalls second = new RedisCalls(opened.link(), "second", KEEP, clock);

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

    @BeforeEach
    void empty() {
        redis.command("FLUSHALL");
    }

    private static ToldCall arrival(int n, Instant at) {
        return ToldCall.of(screened(n, at));
    }

    private static CallScreened screened(int n, Instant at) {
        return Calls.screened(
                n, Calls.incoming(n, Calls.CALLER, at), Calls.screened(n).verdict());
    }

    private static ToldCall end(int n, String teller) {
        return ToldCall.of(Calls.concluded(screened(n, Calls.NOW), CallOutcome.SILENT), teller);
    }

    private List<PastCall> calls() {
        return first.of(Calls.CALLER).join();
    }

    private String version() {
        return redis.command("GET", Keys.version(PART));
    }

    @Test
    void arrivalToldTwiceIsOneCallAndChangesTheVersionOnce() {
        assertThat(first.told(arrival(1, Calls.NOW)).join()).isTrue();
        assertThat(first.told(arrival(1, Calls.NOW)).join()).isFalse();

        assertThat(calls()).extracting(PastCall::id).containsExactly(Calls.id(1));
        assertThat(version()).isEqualTo("$1\r\n1");
    }

    @Test
    void endIsNewToOneTellerOnlyAndAgainToHimIfTheCommandRunsTwice() {
        first.told(arrival(1, Calls.NOW)).join();

        assertThat(first.ended(end(1, "first")).join()).isTrue();
        assertThat(second.ended(end(1, "second")).join()).isFalse();
        assertThat(first.ended(end(1, "first")).join()).isTrue();

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(CallOutcome.SILENT);
            assertThat(call.lasted()).isEqualTo(Duration.ofSeconds(60));
        });
    }

    @Test
    void endThatTheRecordsToldFirstIsStillNewToItsOwnInstanceAndToNoOther() {
        CallConcluded end = Calls.concluded(screened(1, Calls.NOW), CallOutcome.SILENT);
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("records"), new SimpleMeterRegistry())) {
            new JdbcCallJournal(database).concluded(end).join();
            new JdbcCallPages(database.reader())
                    .after(0, 1)
                    .forEach(row -> assertThat(
                                    first.told(new RowCall(row).told("first")).join())
                            .isTrue());
        }
        String once = version();

        assertThat(second.ended(ToldCall.of(end, "second")).join()).isFalse();
        assertThat(first.ended(ToldCall.of(end, "first")).join()).isTrue();
        assertThat(version()).as("nothing has changed").isEqualTo(once);
    }

    @Test
    void endThatIsToldBeforeItsArrivalIsTheSameCall() {
        first.told(arrival(1, Calls.NOW)).join();
        first.ended(end(1, "first")).join();
        List<PastCall> inOrder = calls();
        redis.command("FLUSHALL");

        first.ended(end(1, "first")).join();
        assertThat(first.told(arrival(1, Calls.NOW)).join()).isFalse();

        assertThat(calls()).isEqualTo(inOrder);
    }

    @Test
    void unscreenedEndIsCompletedByAnArrivalThatComesLate() {
        CallConcluded unscreened = Calls.unscreened(1, Calls.CALLER, Calls.NOW.plusSeconds(60));
        first.ended(ToldCall.of(unscreened, "first")).join();
        assertThat(calls().getFirst().arrivedAt()).isEqualTo(Calls.NOW.plusSeconds(19));

        assertThat(second.told(arrival(1, Calls.NOW)).join()).isTrue();

        assertThat(calls()).singleElement().satisfies(call -> {
            assertThat(call.arrivedAt()).isEqualTo(Calls.NOW);
            assertThat(call.fingerprint()).isEqualTo("198.51.100.7|Dialler/2.1|alaw");
            assertThat(call.answered()).isEqualTo(Duration.ofSeconds(41));
            assertThat(call.lasted()).isEqualTo(Duration.ofSeconds(60));
        });
    }

    @Test
    void newestFiveHundredAreKeptWhateverTheOrderTheyAreToldIn() {
        int most = CallerProfile.MAX_CALLS;
        for (int n = most + 100; n >= 1; n--) {
            first.told(arrival(n, Calls.NOW.plusMillis(n))).join();
        }

        List<PastCall> kept = SharedPastCalls.together(List.of(), calls(), Calls.NOW);

        assertThat(calls().size()).isBetween(most, most + 64);
        assertThat(kept).hasSize(most);
        assertThat(kept.getFirst().id()).isEqualTo(Calls.id(101));
        assertThat(kept.getLast().id()).isEqualTo(Calls.id(most + 100));
    }

    @Test
    void whatIsOlderThanCallsAreKeptIsNotTakenAndGoesWithTheNextCall() {
        Instant now = Instant.ofEpochMilli(Clock.systemUTC().millis());
        Instant old = now.minus(KEEP).minusSeconds(3600);
        MovingClock machine = new MovingClock(now.minusSeconds(7200));
        RedisCalls third = new RedisCalls(opened.link(), "third", KEEP, machine);
        third.told(arrival(1, old)).join();
        assertThat(calls()).extracting(PastCall::id).containsExactly(Calls.id(1));
        machine.advance(Duration.ofSeconds(7200));
        assertThat(third.told(arrival(2, old)).join()).isTrue();
        assertThat(redis.command("STRLEN", Keys.caller(Calls.CALLER))).isNotEqualTo(":0");

        assertThat(third.told(arrival(3, now)).join()).isTrue();

        assertThat(calls()).extracting(PastCall::id).containsExactly(Calls.id(3));
    }

    @Test
    void anInstanceWhoseClockIsFarAheadTrimsNothing() {
        Instant now = Instant.ofEpochMilli(Clock.systemUTC().millis());
        Instant ahead = now.plus(Duration.ofDays(3_650));
        new RedisCalls(opened.link(), "right", KEEP, new MovingClock(now))
                .told(arrival(1, now))
                .join();

        new RedisCalls(opened.link(), "ahead", KEEP, new MovingClock(ahead))
                .told(arrival(2, ahead))
                .join();

        assertThat(calls()).extracting(PastCall::id).containsExactly(Calls.id(1), Calls.id(2));
    }

    @Test
    void everyKeyHasATimeToLive() {
        CallTokens tokens = new CallTokens(opened.link(), "first");
        tokens.keep(screened(1, Calls.NOW));
        tokens.first(Calls.id(2)).join();
        first.told(arrival(1, Calls.NOW)).join();
        first.ended(end(1, "first")).join();

        List<String> keys = opened.link().tell(redis -> redis.keys("*")).join();

        assertThat(keys)
                .containsExactlyInAnyOrder(
                        Keys.caller(Calls.CALLER),
                        Keys.version(PART),
                        Keys.call(Calls.id(1)),
                        Keys.ended(Calls.id(2)),
                        keys.stream()
                                .filter(key -> key.startsWith("quell:token:"))
                                .findFirst()
                                .orElse("no token"));
        for (String key : keys) {
            long left = opened.link().tell(redis -> redis.pttl(key)).join();
            assertThat(left).as(key).isPositive().isLessThanOrEqualTo(KEEP.toMillis());
        }
        assertThat(opened.link()
                        .tell(redis -> redis.pttl(Keys.caller(Calls.CALLER)))
                        .join())
                .isGreaterThan(KEEP.minusHours(1).toMillis());
    }

    @Test
    void callIsKeptForWhoeverHasItsToken() {
        CallTokens tokens = new CallTokens(opened.link(), "first");
        CallScreened call = screened(1, Calls.NOW);
        tokens.keep(call);
        opened.link().tell(redis -> redis.ping()).join();

        assertThat(tokens.find(call.token())).contains(call);
        assertThat(tokens.find(Calls.token(2))).isEmpty();
        assertThat(tokens.find(call.call().id()).orElseThrow().call()).isEqualTo(call.call());
        assertThat(tokens.find(call.call().id()).orElseThrow().token()).isNotEqualTo(call.token());
        assertThat(redis.command("KEYS", "*" + call.token().value() + "*")).isEqualTo("*0");
    }

    @Test
    void whoeverRepeatsTheFirstEndOfACallWithoutAHistoryIsStillTheFirst() {
        CallTokens here = new CallTokens(opened.link(), "first");
        CallTokens there = new CallTokens(opened.link(), "second");

        assertThat(here.first(Calls.id(1)).join()).isTrue();
        assertThat(there.first(Calls.id(1)).join()).isFalse();
        assertThat(here.first(Calls.id(1)).join()).isTrue();
    }
}
