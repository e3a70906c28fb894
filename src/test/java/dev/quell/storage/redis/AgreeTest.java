package dev.quell.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.share.Lease;
import dev.quell.share.Leases;
import dev.quell.share.LocalLeases;
import dev.quell.share.LocalRateLimits;
import dev.quell.share.RateLimits;
import dev.quell.share.RateLimitsContract;
import dev.quell.storage.redis.agree.RedisInstanceNumbers;
import dev.quell.storage.redis.agree.RedisLeases;
import dev.quell.storage.redis.agree.RedisRateLimits;
import dev.quell.storage.redis.link.RedisAwayException;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.testing.MovingClock;
import dev.quell.testing.servers.NeedsRedis;
import dev.quell.testing.servers.RedisServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several instances agree upon over Redis, and what each decides alone. */
@NeedsRedis
class AgreeTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));
    private RedisServer redis;
    private OpenLink opened;

    @BeforeEach
    void start() {
        redis = RedisServer.start(folder);
        opened = new OpenLink(Clients.of(redis));
    }

    @AfterEach
    void stop() {
        opened.close();
        redis.close();
    }

    private RedisLink link() {
        return opened.link();
    }

    private Leases of(String self) {
        return new RedisLeases(link(), self, new LocalLeases(clock), clock);
    }

    @Nested
    class Held {

        @Test
        void oneHoldsItUntilItIsGivenBack() {
            Leases first = of("first");
            Leases second = of("second");

            Lease held = first.take("redirect:pbx:1", MINUTE).orElseThrow();

            assertThat(held.until()).isEqualTo(clock.instant().plus(MINUTE));
            assertThat(second.take("redirect:pbx:1", MINUTE)).isEmpty();
            assertThat(first.take("redirect:pbx:1", MINUTE)).contains(held);

            first.giveBack(held);

            Awaitility.await()
                    .until(() -> second.take("redirect:pbx:1", MINUTE)
                            .filter(next -> next.fence() > held.fence())
                            .isPresent());
        }

        @Test
        void itEndsByItself() {
            Lease held = of("first").take("a", Duration.ofMillis(100)).orElseThrow();

            Lease next = Awaitility.await()
                    .until(() -> of("second").take("a", MINUTE), taken -> taken.isPresent())
                    .orElseThrow();

            assertThat(next.fence()).isGreaterThan(held.fence());
        }

        @Test
        void laterLeaseOfTheSameHolderIsNotGivenBackByAnEarlierOne() {
            Leases first = of("first");
            Lease early = first.take("a", MINUTE).orElseThrow();
            first.giveBack(early);
            Lease late = Awaitility.await()
                    .until(() -> first.take("a", MINUTE).orElseThrow(), taken -> taken.fence() > early.fence());

            first.giveBack(early);

            assertThat(of("second").take("a", MINUTE)).isEmpty();
            assertThat(late.fence()).isGreaterThan(early.fence());
        }

        @Test
        void whileRedisIsAwayEachIsGrantedItsOwnWithAHigherFence() {
            Lease held = of("first").take("a", MINUTE).orElseThrow();
            redis.kill();
            clock.advance(Duration.ofMillis(1));

            assertThat(of("second").take("a", MINUTE).orElseThrow().fence()).isGreaterThan(held.fence());
        }
    }

    @Nested
    class Numbered {

        private RedisInstanceNumbers drawing(long seed) {
            return new RedisInstanceNumbers(link(), new Random(seed));
        }

        @Test
        void whoDrawsWhatAnotherHasDrawnGetsTheNext() {
            List<Long> drawn = new Random(7)
                    .ints(8, 1, 8_000_001)
                    .mapToObj(each -> (long) each)
                    .toList();

            assertThat(drawing(7).next()).isEqualTo(drawn.getFirst());
            assertThat(drawing(7).next()).isEqualTo(drawn.get(1));
        }

        @Test
        void aNumberThatItsInstanceTellsAfterRedisWasEmptiedIsNotGivenAgain() {
            long first = drawing(7).next();
            assertThat(redis.command("FLUSHALL")).isEqualTo("+OK");

            drawing(1).given(first);

            Awaitility.await()
                    .until(() -> redis.command("SISMEMBER", "quell:numbers", Long.toString(first))
                            .equals(":1"));
            assertThat(drawing(7).next()).isNotEqualTo(first);
        }

        @Test
        void whileRedisIsAwayNobodyIsNumbered() {
            redis.kill();

            assertThatThrownBy(drawing(7)::next).isInstanceOf(RedisAwayException.class);
        }
    }

    @Nested
    class Counted extends RateLimitsContract {
        @Override
        protected RateLimits open(Clock time) {
            return new RedisRateLimits(link(), new Never(), time);
        }
    }

    /** Is not asked while Redis answers. */
    private static final class Never implements RateLimits {
        @Override
        public Duration ask(String key, int burst, Duration per) {
            return Duration.ofDays(1);
        }

        @Override
        public void giveBack(String key, int burst, Duration per) {
            throw new AssertionError("Redis answers");
        }
    }

    @Test
    void limitsAreCountedTogetherAndAloneWhileRedisIsAway() {
        RateLimits first = new RedisRateLimits(link(), new LocalRateLimits(clock), clock);
        RateLimits second = new RedisRateLimits(link(), new LocalRateLimits(clock), clock);
        assertThat(first.ask("a", 1, MINUTE)).isZero();
        assertThat(second.ask("a", 1, MINUTE)).isEqualTo(MINUTE);

        redis.kill();

        assertThat(second.ask("a", 1, MINUTE)).isZero();
        assertThat(second.ask("a", 1, MINUTE)).isEqualTo(MINUTE);
    }
}
