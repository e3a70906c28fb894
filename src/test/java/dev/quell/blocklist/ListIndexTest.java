package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListIndexTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private final MovingClock clock = new MovingClock(NOW);
    private final BlockListSettings settings = ShippedSettings.of("quell.blocklist", BlockListSettings.class);
    private final ProtectedNumbers untouchable =
            new ProtectedNumbers(settings, ShippedSettings.of("quell.call", CallSettings.class));
    private final ListIndex index = new ListIndex(untouchable, clock);

    @Nested
    class Reading {

        @Test
        void whatIsReadCountsAtOnceTheFirstTime() {
            ListIndex.Filling filling = index.fill();
            filling.take(List.of(standing(1, "+8613800138000", 60)));

            assertThat(matched()).isEqualTo(1);
            assertThat(index.isWhole()).isFalse();
            filling.done();
            assertThat(index.isWhole()).isTrue();
        }

        @Test
        void whoFoundNothingBeforeItWasReadIsCounted() {
            index.match(CALLER, NOW);
            index.follow(entry(1, "+8613800138000", 60));
            index.match(CALLER, NOW);
            assertThat(index.unanswered()).isEqualTo(1);

            index.fill().done();
            index.match(new CallerNumber.E164("+8613900139000"), NOW);
            assertThat(index.unanswered()).isEqualTo(1);
        }

        @Test
        void anEntryThatEndedMeanwhileIsNotBroughtBack() {
            index.follow(entry(1, "+8613800138000", 60));
            ListIndex.Filling filling = index.fill();
            index.ended(entry(1, "+8613800138000", 60));

            filling.take(List.of(standing(1, "+8613800138000", 60), standing(2, "+8613900139000", 60)));
            filling.done();

            assertThat(matched()).isZero();
            assertThat(matched("+8613900139000")).isEqualTo(2);
        }

        @Test
        void anotherReadingCountsOnlyWhenItIsWhole() {
            fill(standing(1, "+8613800138000", 60));
            ListIndex.Filling filling = index.fill();
            filling.take(List.of(standing(2, "+8613900139000", 60)));

            assertThat(matched()).isEqualTo(1);
            assertThat(matched("+8613900139000")).isZero();
            filling.done();
            assertThat(matched()).isZero();
            assertThat(matched("+8613900139000")).isEqualTo(2);
        }

        @Test
        void whatChangesDuringAnotherReadingCountsBeforeAndAfter() {
            fill(standing(1, "+8613800138000", 60));
            ListIndex.Filling filling = index.fill();
            index.follow(entry(3, "+8613700137000", 60));
            index.ended(entry(1, "+8613800138000", 60));
            filling.take(List.of(standing(1, "+8613800138000", 60)));

            assertThat(matched("+8613700137000")).isEqualTo(3);
            assertThat(matched()).isZero();
            filling.done();
            assertThat(matched("+8613700137000")).isEqualTo(3);
            assertThat(matched()).isZero();
        }

        @Test
        void aReadingThatFailedChangesNothing() {
            fill(standing(1, "+8613800138000", 60));
            ListIndex.Filling filling = index.fill();
            filling.take(List.of(standing(2, "+8613900139000", 60)));
            filling.failed();

            assertThat(matched()).isEqualTo(1);
            assertThat(matched("+8613900139000")).isZero();
        }

        @Test
        void whatIsNoPatternIsPassedOverAndTold() {
            assertThat(index.fill().take(List.of(standing(1, "nonsense", 60), standing(2, "+8613800138000", 60))))
                    .isEqualTo(1);
            assertThat(matched()).isEqualTo(2);
        }
    }

    @Nested
    class Changing {

        @Test
        void anEntryToldAgainWithAnotherEndTakesThePlaceOfTheFirst() {
            index.follow(entry(1, "+8613800138000", 60));
            index.follow(entry(1, "+8613800138000", 10));
            clock.advance(Duration.ofSeconds(10));

            assertThat(matched()).isZero();
        }

        @Test
        void ofSeveralTheOneThatEndsLastDecides() {
            index.follow(entry(1, "+8613800138000", 60));
            index.follow(entry(2, "+8613800138000", 90));
            index.follow(entry(3, "+8613800138000", 30));

            assertThat(matched()).isEqualTo(2);
            index.ended(entry(2, "+8613800138000", 90));
            assertThat(matched()).isEqualTo(1);
        }

        @Test
        void largeNumbersOfInstancesAreKept() {
            long id = 4_000_000L * 1_000_000_000L + 999_999_999L;
            index.follow(entry(id, "+8613800138000", 60));

            assertThat(matched()).isEqualTo(id);
        }

        @Test
        void whatHasEndedStaysADayAsTheClockMayComeBack() {
            index.follow(entry(1, "+8613800138000", 60));
            clock.advance(Duration.ofDays(1).plusSeconds(60));
            index.sweep();
            assertThat(index.match(CALLER, NOW)).isPresent();

            clock.advance(Duration.ofMillis(1));
            index.sweep();
            assertThat(index.match(CALLER, NOW)).isEmpty();
        }

        @Test
        void aBlockOfAClockThatWasFarAheadIsNotFollowed() {
            Instant made = NOW.plus(ListStore.AHEAD).plusMillis(1);
            ListEntry ahead = entry(1, "+8613800138000", 100_000);
            index.follow(new ListEntry(
                    1,
                    ListKind.BLOCK,
                    ahead.pattern(),
                    "test",
                    "chen",
                    Origin.MANUAL,
                    made,
                    Optional.of(made.plusSeconds(60)),
                    0));

            assertThat(matched()).isZero();
        }

        @Test
        void activeEntriesAreCountedByList() {
            index.follow(entry(1, "+8613800138000", 60));
            index.follow(entry(2, "+86139*", 30));
            index.follow(new ListEntry(
                    3,
                    ListKind.ALLOW,
                    ListPattern.parse("i:8001"),
                    "test",
                    "chen",
                    Origin.MANUAL,
                    NOW,
                    Optional.empty(),
                    0));
            assertThat(index.count()).isEqualTo(new ListCount(2, 1));

            clock.advance(Duration.ofSeconds(30));
            assertThat(index.count()).isEqualTo(new ListCount(1, 1));
        }

        @Test
        void whatDecidesIsToldWithoutItsWords() {
            ListEntry entry = new ListEntry(
                    7,
                    ListKind.BLOCK,
                    ListPattern.parse("+86138*"),
                    "test",
                    "quell",
                    Origin.LADDER,
                    NOW,
                    Optional.of(NOW.plusSeconds(60)),
                    2);
            index.follow(entry);

            assertThat(index.match(CALLER, NOW))
                    .contains(new ListMatch(7, ListKind.BLOCK, entry.pattern(), Origin.LADDER, entry.expiresAt()));
        }
    }

    /** What a range does beside numbers and prefixes. */
    @Nested
    class Ranges {

        private static final String RANGE = "+8613800137990-+8613800138009";

        @Test
        void aRangeMeansItsNumbersAndTellsItself() {
            index.follow(entry(1, RANGE, 60));

            assertThat(matched("+8613800137989")).isZero();
            assertThat(matched("+8613800137990")).isEqualTo(1);
            assertThat(matched("+8613800138009")).isEqualTo(1);
            assertThat(matched("+8613800138010")).isZero();
            assertThat(matched("+86138001380001")).isZero();
            assertThat(index.match(CALLER, NOW).orElseThrow().pattern()).isEqualTo(ListPattern.parse(RANGE));
        }

        @Test
        void theNumberGoesBeforeARangeThatEndsLater() {
            index.follow(entry(1, RANGE, 90));
            index.follow(entry(2, "+8613800138000", 60));

            assertThat(matched()).isEqualTo(2);
        }

        @Test
        void aRangeStandsByItsSizeAmongPrefixes() {
            index.follow(entry(1, RANGE, 60));
            index.follow(entry(2, "+86138001380*", 60));
            assertThat(matched()).isEqualTo(1);
            index.follow(entry(3, "+861380013800*", 60));
            assertThat(matched()).isEqualTo(3);
            assertThat(matched("+8613800137990")).isEqualTo(1);
        }

        @Test
        void ofARangeAndAPrefixOfAsManyNumbersTheRangeDecides() {
            index.follow(entry(1, "+8613800137995-+8613800138004", 60));
            index.follow(entry(2, "+861380013800*", 90));

            assertThat(matched()).isEqualTo(1);
            assertThat(matched("+8613800138005")).isEqualTo(2);
        }

        @Test
        void ofARangeAndThePrefixOfTheSameNumbersTheRangeDecidesAndLongerNumbersAreThePrefixes() {
            String same = "+8613800138000-+8613800138099";
            index.follow(entry(1, "+86138001380*", 90));
            index.follow(entry(2, same, 60));
            assertThat(matched()).isEqualTo(2);
            assertThat(matched("+86138001380001")).isEqualTo(1);

            index.ended(entry(2, same, 60));
            assertThat(matched()).isEqualTo(1);
            index.follow(allow(3, "+86138001380*"));
            index.follow(entry(4, same, 60));
            assertThat(matched()).isEqualTo(3);
        }

        @Test
        void anAllowedRangeGoesBeforeABlockedNumber() {
            index.follow(entry(1, "+8613800138000", 60));
            index.follow(allow(2, RANGE));
            assertThat(matched()).isEqualTo(2);

            index.ended(allow(2, RANGE));
            assertThat(matched()).isEqualTo(1);
        }

        @Test
        void aProtectedNumberInARangeMatchesNoBlock() {
            index.follow(entry(1, "+8695587-+8695590", 60));

            assertThat(matched("+8695588")).isZero();
        }

        @Test
        void aRangeThatIsNoneIsPassedOverAndTold() {
            assertThat(index.fill()
                            .take(List.of(
                                    standing(1, "+8613800138000-+8613900138000", 60),
                                    standing(2, "+8613800138000-", 60),
                                    standing(3, RANGE, 60))))
                    .isEqualTo(2);
            assertThat(matched()).isEqualTo(3);
        }

        @Test
        void rangesAreCountedAndSwept() {
            index.follow(entry(1, RANGE, 60));
            index.follow(allow(2, "+8675561999990-+8675562000010"));
            assertThat(index.count()).isEqualTo(new ListCount(1, 1));

            clock.advance(Duration.ofDays(1).plusSeconds(61));
            index.sweep();
            assertThat(index.match(CALLER, NOW)).isEmpty();
        }

        private static ListEntry allow(long id, String pattern) {
            return new ListEntry(
                    id,
                    ListKind.ALLOW,
                    ListPattern.parse(pattern),
                    "test",
                    "chen",
                    Origin.MANUAL,
                    NOW,
                    Optional.empty(),
                    0);
        }
    }

    /**
     * The rule as it is written down: allow before block, the number before all others, then what means the fewest numbers, the range before the prefix, the one
     * that ends last.
     */
    @Test
    void answersAsALookAtAllEntriesWould() {
        Random random = new Random(4);
        List<ListEntry> entries = new ArrayList<>();
        for (int i = 1; i <= 3000; i++) {
            entries.add(random(random, i));
        }
        entries.forEach(index::follow);
        entries.stream().filter(entry -> entry.id() % 7 == 0).forEach(index::ended);
        entries.removeIf(entry -> entry.id() % 7 == 0);

        for (int i = 0; i < 3000; i++) {
            CallerNumber caller = new CallerNumber.E164("+8613" + digits(random, 1 + random.nextInt(4)));
            Instant now = NOW.plusSeconds(random.nextInt(100));
            assertThat(index.match(caller, now).map(ListMatch::id)).isEqualTo(slowly(entries, caller, now));
        }
    }

    private Optional<Long> slowly(List<ListEntry> entries, CallerNumber caller, Instant now) {
        Comparator<ListEntry> order = Comparator.comparing(ListEntry::kind)
                .thenComparing(entry -> entry.pattern() instanceof ListPattern.Exact ? 0 : 1)
                .thenComparing(entry -> size(entry.pattern(), caller))
                .thenComparing(entry -> entry.pattern() instanceof ListPattern.Range ? 0 : 1)
                .thenComparing(entry -> entry.expiresAt().orElse(Instant.MAX), Comparator.reverseOrder());
        return entries.stream()
                .filter(entry -> entry.activeAt(now) && entry.pattern().matches(caller))
                .min(order)
                .filter(entry -> entry.kind() == ListKind.ALLOW || !untouchable.covers(caller))
                .map(ListEntry::id);
    }

    private static double size(ListPattern pattern, CallerNumber caller) {
        return switch (pattern) {
            case ListPattern.Exact exact -> 1;
            case ListPattern.Prefix(String start) -> Math.pow(10, caller.key().length() - start.length());
            case ListPattern.Range range -> range.size();
        };
    }

    private static ListEntry random(Random random, int id) {
        int form = random.nextInt(3);
        String digits = digits(random, 1 + random.nextInt(4));
        return new ListEntry(
                id,
                random.nextInt(4) == 0 ? ListKind.ALLOW : ListKind.BLOCK,
                switch (form) {
                    case 0 -> ListPattern.parse("+8613" + digits + "*");
                    case 1 -> range("+8613" + digits, "+8613" + digits(random, digits.length()));
                    default -> ListPattern.parse("+8613" + digits);
                },
                "test",
                "chen",
                Origin.MANUAL,
                NOW,
                // No two end at once, so that the rule leaves nothing open.
                Optional.of(NOW.plusMillis(1 + random.nextInt(100) * 1000L + id % 997)),
                0);
    }

    private static ListPattern range(String one, String other) {
        return switch (Integer.signum(one.compareTo(other))) {
            case -1 -> new ListPattern.Range(one, other);
            case 1 -> new ListPattern.Range(other, one);
            default -> ListPattern.parse(one);
        };
    }

    private static String digits(Random random, int size) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < size; i++) {
            digits.append(random.nextInt(4));
        }
        return digits.toString();
    }

    /** An entry is replaced again and again, others come and go in its chunk: a reader never finds none. */
    @Test
    void readersNeverMissAnEntryThatIsBeingReplaced() throws Exception {
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicLong asked = new AtomicLong();
        index.follow(entry(1, "+8613800138000", 60));
        List<Future<Long>> missed;
        try (ExecutorService readers = Executors.newFixedThreadPool(3)) {
            missed = IntStream.range(0, 3)
                    .mapToObj(i -> readers.submit(() -> misses(running, asked)))
                    .toList();
            long id = 1;
            while (asked.get() < 200_000 || id < 20_000) {
                index.follow(List.of(
                        new Kept(entry(id + 1, "+8613800138000", 60), List.of(entry(id, "+8613800138000", 60)), true)));
                index.follow(entry(1_000_000 + id, "+861390000" + (1000 + id % 5000), 60));
                id++;
            }
            running.set(false);
            readers.shutdown();
            assertThat(readers.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        for (Future<Long> one : missed) {
            assertThat(one.get()).isZero();
        }
    }

    private long misses(AtomicBoolean running, AtomicLong asked) {
        long missed = 0;
        while (running.get()) {
            missed += index.match(CALLER, NOW).isPresent() ? 0 : 1;
            asked.incrementAndGet();
        }
        return missed;
    }

    private void fill(Standing... entries) {
        ListIndex.Filling filling = index.fill();
        filling.take(List.of(entries));
        filling.done();
    }

    /** The number of the entry that decides about the caller now, 0 if there is none. */
    private long matched() {
        return matched("+8613800138000");
    }

    private long matched(String number) {
        return index.match(new CallerNumber.E164(number), clock.instant())
                .map(ListMatch::id)
                .orElse(0L);
    }

    private static Standing standing(long id, String pattern, long seconds) {
        return new Standing(
                id,
                ListKind.BLOCK,
                pattern,
                Origin.MANUAL,
                NOW.plusSeconds(seconds).toEpochMilli());
    }

    private static ListEntry entry(long id, String pattern, long seconds) {
        return new ListEntry(
                id,
                ListKind.BLOCK,
                ListPattern.parse(pattern),
                "test",
                "chen",
                Origin.MANUAL,
                NOW,
                Optional.of(NOW.plusSeconds(seconds)),
                0);
    }
}
