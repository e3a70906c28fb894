package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.ClockBelieved;
import dev.quell.call.ClockNews;
import dev.quell.call.ClockSetBack;
import dev.quell.storage.clock.ClockFile;
import dev.quell.storage.clock.Timekeeping;
import dev.quell.testing.MemoryLists;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What entries come to when the machine's clock is wrong. */
class WrongClockTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration MONTH = Duration.ofDays(20);
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    @TempDir
    Path directory;

    private final MovingClock clock = new MovingClock(NOW);
    private final AtomicLong nanos = new AtomicLong();
    private final MemoryLists store = new MemoryLists();
    private final BlockListSettings settings = ShippedSettings.of("quell.blocklist", BlockListSettings.class);
    private final ProtectedNumbers untouchable =
            new ProtectedNumbers(settings, ShippedSettings.of("quell.call", CallSettings.class));

    /** A service that was started now, and what it has in memory. */
    private final class Service {
        private final Timekeeping time =
                new Timekeeping(new ClockFile(directory), Optional.empty(), clock, nanos::get, this::told);
        private final ListIndex index = new ListIndex(untouchable, clock, time);
        private final BlockListService lists = new BlockListService(store, index, settings, untouchable);

        Service() {
            new ListReading(store, index).read();
        }

        private void told(ClockNews news) {
            ListLoader loader = new ListLoader(store, index);
            switch (news) {
                case ClockSetBack back -> loader.on(back);
                case ClockBelieved believed -> loader.on(believed);
            }
            if (loader.isWanted()) {
                new ListReading(store, index).read();
            }
        }

        private boolean isBlocked() {
            return index.match(CALLER, clock.instant())
                    .filter(match -> match.kind() == ListKind.BLOCK)
                    .isPresent();
        }

        private boolean isAllowed() {
            return index.match(CALLER, clock.instant())
                    .filter(match -> match.kind() == ListKind.ALLOW)
                    .isPresent();
        }
    }

    private void passes(Duration time) {
        clock.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    private ListEntry kept(ListKind kind, String pattern, Instant from, @Nullable Instant to) {
        return store.keep(
                        new ListEntry(
                                0,
                                kind,
                                ListPattern.parse(pattern),
                                "test",
                                "li",
                                Origin.MANUAL,
                                from,
                                Optional.ofNullable(to),
                                0),
                        from)
                .entry();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8613800138000", "+86138*", "+8613800137000-+8613800138009"})
    void whatWasOverBeforeTheStopIsOverAlsoByAClockThatIsBehind(String pattern) {
        kept(ListKind.BLOCK, pattern, NOW.minus(Duration.ofDays(30)), NOW.minus(Duration.ofDays(10)));
        new Service().time.save();

        clock.advance(MONTH.negated());
        Service behind = new Service();

        assertThat(behind.isBlocked()).isFalse();
        assertThat(behind.lists.page(ListQuery.newest(ListKind.BLOCK, 10))).isEmpty();
    }

    @Test
    void whatEndsWhileTheClockIsBehindEnds() {
        kept(ListKind.BLOCK, "+8613800138000", NOW.minusSeconds(60), NOW.plusSeconds(3600));
        new Service().time.save();

        clock.advance(MONTH.negated());
        Service behind = new Service();
        assertThat(behind.isBlocked()).isTrue();
        passes(Duration.ofMinutes(61));

        assertThat(behind.isBlocked()).isFalse();
    }

    @Test
    void aBlockMadeWhileTheClockIsBehindLastsAsLongAsItShould() {
        new Service().time.save();
        clock.advance(MONTH.negated());
        Service behind = new Service();

        behind.lists.add(
                ListKind.BLOCK, new ListPattern.Exact(CALLER), "nuisance", Optional.of(NOW.plusSeconds(3600)), "li");
        assertThat(behind.isBlocked()).isTrue();
        passes(Duration.ofMinutes(59));
        assertThat(behind.isBlocked()).isTrue();
        passes(Duration.ofMinutes(2));

        assertThat(behind.isBlocked()).isFalse();
    }

    @Test
    void whatHasEndedStaysEndedWhenTheClockIsSetBack() {
        kept(ListKind.BLOCK, "+8613800138000", NOW, NOW.plusSeconds(3600));
        kept(ListKind.BLOCK, "+86138*", NOW, NOW.plusSeconds(3601));
        kept(ListKind.BLOCK, "+8613800137000-+8613800138009", NOW, NOW.plusSeconds(3602));
        kept(ListKind.BLOCK, "+8613900139000", NOW, NOW.plusSeconds(8000));
        Service service = new Service();
        passes(Duration.ofHours(2));
        service.time.look();
        assertThat(service.isBlocked()).isFalse();

        clock.advance(Duration.ofHours(-2));
        service.time.look();

        assertThat(service.isBlocked()).isFalse();
        assertThat(service.index.match(new CallerNumber.E164("+8613900139000"), clock.instant()))
                .isPresent();
    }

    @Test
    void aClockThatLeapsAYearAheadAndBackEndsNothingForGood() {
        kept(ListKind.BLOCK, "+8613800138000", NOW, NOW.plusSeconds(3600));
        Service service = new Service();
        clock.advance(Duration.ofDays(365));
        service.time.look();
        service.index.sweep();
        assertThat(service.isBlocked()).isFalse();

        clock.advance(Duration.ofDays(-365));
        service.time.look();

        assertThat(service.isBlocked()).isTrue();
    }

    @Test
    void whatAClockAYearAheadBlockedIsNotBlockedForAYear() {
        Service service = new Service();
        clock.advance(Duration.ofDays(365));
        service.time.look();
        service.lists.add(
                ListKind.BLOCK,
                new ListPattern.Exact(CALLER),
                "nuisance",
                Optional.of(clock.instant().plusSeconds(3600)),
                "li");
        assertThat(service.isBlocked()).isTrue();

        clock.advance(Duration.ofDays(-365));
        service.time.look();

        assertThat(service.isBlocked()).isFalse();
    }

    @Test
    void anAllowEntryHoldsByWhatIsKnownOfTheTime() {
        kept(ListKind.ALLOW, "+8613800138000", NOW, NOW.plusSeconds(3600));
        kept(ListKind.BLOCK, "+86138*", NOW, NOW.plus(Duration.ofDays(500)));
        Service service = new Service();
        clock.advance(Duration.ofDays(365));
        service.time.look();
        service.index.sweep();
        assertThat(service.isAllowed()).isTrue();
        assertThat(new Service().isAllowed()).isTrue();

        passes(Duration.ofHours(1));
        assertThat(service.isAllowed()).isFalse();
    }

    /** Reading them again, as after a lost notice, brings nothing back. */
    @Test
    void whatHasEndedStaysEndedWhenTheListsAreReadAgain() {
        kept(ListKind.BLOCK, "+8613800138000", NOW, NOW.plusSeconds(3600));
        kept(ListKind.BLOCK, "+86138*", NOW, NOW.plusSeconds(3601));
        kept(ListKind.BLOCK, "+8613800137000-+8613800138009", NOW, NOW.plusSeconds(3602));
        Service service = new Service();
        passes(Duration.ofHours(2));
        service.time.look();
        clock.advance(Duration.ofHours(-2));
        service.time.look();

        new ListReading(store, service.index).read();
        new ListReading(store, service.index).read();
        assertThat(service.isBlocked()).isFalse();

        service.lists.add(
                ListKind.BLOCK,
                new ListPattern.Exact(CALLER),
                "anew",
                Optional.of(clock.instant().plusSeconds(1800)),
                "li");
        assertThat(service.isBlocked()).isTrue();
        new ListReading(store, service.index).read();
        assertThat(service.isBlocked()).isTrue();
        passes(Duration.ofMinutes(31));
        assertThat(service.isBlocked()).isFalse();
    }

    /** After a long stop the clock is in doubt for a day; what people block on that day outlives the doubt, whatever is started again meanwhile. */
    @Test
    void aBlockMadeInDoubtCountsOnceTheClockIsBelieved() {
        new Service().time.save();
        clock.advance(Duration.ofDays(20));
        Service first = new Service();
        first.lists.add(
                ListKind.BLOCK,
                new ListPattern.Exact(CALLER),
                "nuisance",
                Optional.of(clock.instant().plus(Duration.ofDays(5))),
                "li");
        passes(Duration.ofMinutes(2));
        first.time.look();

        Service again = new Service();
        passes(Duration.ofHours(25));
        again.time.look();

        assertThat(again.time.fault()).isEmpty();
        assertThat(again.isBlocked()).isTrue();
    }
}
