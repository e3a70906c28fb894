package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.testing.MemoryLists;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockListServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MemoryLists store = new MemoryLists();
    private final MovingClock clock = new MovingClock(NOW);
    private final BlockListSettings settings = ShippedSettings.of("quell.blocklist", BlockListSettings.class);
    private final ProtectedNumbers untouchable =
            new ProtectedNumbers(settings, ShippedSettings.of("quell.call", CallSettings.class));
    private final ListIndex index = new ListIndex(untouchable, clock);
    private final BlockListService lists = new BlockListService(store, index, settings, untouchable);

    @Nested
    class Matching {

        @Test
        void anEntryCountsAtOnceAndEndsByTheClock() {
            block("+8613800138000", HOUR);
            assertThat(lists.test(CALLER)).isPresent();

            clock.advance(HOUR.minusNanos(1));
            assertThat(lists.test(CALLER)).isPresent();

            clock.advance(Duration.ofNanos(1));
            assertThat(lists.test(CALLER)).isEmpty();
        }

        @Test
        void allowWinsHoweverSpecificTheBlock() {
            block("+8613800138000", HOUR);
            allow("+8613*");

            assertThat(lists.test(CALLER)).map(ListEntry::kind).contains(ListKind.ALLOW);
        }

        @Test
        void anExactEntryWinsOverAPrefixAndALongPrefixOverAShort() {
            block("+8613*", HOUR);
            assertThat(matched()).isEqualTo("+8613*");
            block("+8613800*", HOUR);
            assertThat(matched()).isEqualTo("+8613800*");
            block("+8613800138000", HOUR);
            assertThat(matched()).isEqualTo("+8613800138000");
        }

        @Test
        void aPrefixMeansTheWholeNumberToo() {
            block("+8613800138000*", HOUR);

            assertThat(matched()).isEqualTo("+8613800138000*");
        }

        @Test
        void anExpiredExactEntryLeavesThePrefix() {
            block("+8613800138000", HOUR);
            block("+8613*", HOUR.multipliedBy(2));
            clock.advance(HOUR);

            assertThat(matched()).isEqualTo("+8613*");
        }

        @Test
        void aProtectedNumberMatchesNoPrefix() {
            block("+8695*", HOUR);

            assertThat(lists.test(new CallerNumber.E164("+8695588"))).isEmpty();
            assertThat(lists.test(new CallerNumber.E164("+8695400"))).isPresent();
        }

        @Test
        void aWithheldNumberMatchesNothing() {
            block("+8613*", HOUR);

            assertThat(lists.test(new CallerNumber.Withheld())).isEmpty();
        }

        @Test
        void aShortNumberMatchesExactly() {
            block("i:8001", HOUR);

            assertThat(lists.test(new CallerNumber.Internal("8001"))).isPresent();
            assertThat(lists.test(new CallerNumber.Internal("80011"))).isEmpty();
        }

        private String matched() {
            return lists.test(CALLER).orElseThrow().pattern().text();
        }
    }

    @Nested
    class Changing {

        @Test
        void theSamePatternAgainReplacesTheEntry() {
            ListEntry first = block("+8613800138000", HOUR.multipliedBy(5));
            ListEntry second = block("+8613800138000", HOUR);

            assertThat(active(ListKind.BLOCK)).containsExactly(second);
            assertThat(second.id()).isNotEqualTo(first.id());
            assertThat(lists.test(CALLER)).contains(second);
        }

        @Test
        void anAllowEntryDoesNotReplaceABlock() {
            block("+8613800138000", HOUR);
            allow("+8613800138000");

            assertThat(active(ListKind.BLOCK)).hasSize(1);
            assertThat(active(ListKind.ALLOW)).hasSize(1);
        }

        @Test
        void aRemovedEntryNoLongerCounts() {
            ListEntry entry = block("+8613800138000", HOUR);

            assertThat(lists.remove(entry.id(), "chen", "a mistake"))
                    .get()
                    .extracting(ListEntry::id, ListEntry::expiresAt)
                    .containsExactly(entry.id(), Optional.of(NOW));
            assertThat(lists.test(CALLER)).isEmpty();
            assertThat(lists.remove(entry.id(), "chen", "again")).isEmpty();
        }

        @Test
        void theNewestComesFirst() {
            ListEntry first = block("+8613800138000", HOUR);
            clock.advance(Duration.ofSeconds(1));
            ListEntry second = block("+8613*", HOUR);

            assertThat(active(ListKind.BLOCK)).containsExactly(second, first);
        }

        @Test
        void anAllowEntryMayStandForGoodAndForAProtectedNumber() {
            ListEntry entry = allow("i:12345");

            assertThat(entry.expiresAt()).isEmpty();
            clock.advance(Duration.ofDays(3650));
            assertThat(lists.test(new CallerNumber.Internal("12345"))).contains(entry);
        }
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @ValueSource(strings = {"i:110", "+86110", "i:12345", "+8695588", "i:10086", "+8653012345", "+8612345*"})
        void protectedNumbers(String pattern) {
            assertThatExceptionOfType(ListRefusal.class)
                    .isThrownBy(() -> block(pattern, HOUR))
                    .withMessageStartingWith(pattern.replace("i:", "")
                            + " is an emergency, service, carrier, bank or site-protected number");
            assertThat(active(ListKind.BLOCK)).isEmpty();
        }

        @Test
        void aRangeWithAProtectedNumberInIt() {
            assertThatExceptionOfType(ListRefusal.class)
                    .isThrownBy(() -> block("+8695580-+8695599", HOUR))
                    .withMessageStartingWith(
                            "+8695580-+8695599 has +8695580 in it, an emergency, service, carrier, bank");
            assertThat(active(ListKind.BLOCK)).isEmpty();
        }

        @Test
        void anExpiryThatDoesNotLieAhead() {
            assertThatExceptionOfType(ListRefusal.class)
                    .isThrownBy(() -> block("+8613800138000", Duration.ZERO))
                    .withMessageContaining("give an expiry that lies ahead");
            assertThat(block("+8613800138000", Duration.ofNanos(1))).isNotNull();
        }

        @Test
        void aBlockWithoutAnExpiry() {
            assertThatExceptionOfType(ListRefusal.class)
                    .isThrownBy(() -> lists.add(
                            ListKind.BLOCK, ListPattern.parse("+8613800138000"), "test", Optional.empty(), "chen"))
                    .withMessageContaining("a block needs an expiry");
        }

        @Test
        void aBlockOfMoreThan90Days() {
            assertThat(block("+8613800138000", Duration.ofDays(90))).isNotNull();
            assertThatExceptionOfType(ListRefusal.class)
                    .isThrownBy(
                            () -> block("+8613800138000", Duration.ofDays(90).plusNanos(1)))
                    .withMessage("a block lasts at most 90 d: numbers are reassigned");
        }

        @Test
        void aChangeByNobody() {
            assertThatExceptionOfType(ListRefusal.class)
                    .isThrownBy(() -> lists.add(
                            ListKind.ALLOW, ListPattern.parse("+8613800138000"), "test", Optional.empty(), " "));
            assertThatExceptionOfType(ListRefusal.class).isThrownBy(() -> lists.remove(1, "", "test"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"+861*", "*", "", "13800138000", "+86138x*", "withheld"})
        void whatIsNoPattern(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ListPattern.parse(text))
                    .withMessageContaining("such as +86138*");
        }
    }

    private ListEntry block(String pattern, Duration term) {
        return lists.add(
                ListKind.BLOCK,
                ListPattern.parse(pattern),
                "test",
                Optional.of(clock.instant().plus(term)),
                "chen");
    }

    private ListEntry allow(String pattern) {
        return lists.add(ListKind.ALLOW, ListPattern.parse(pattern), "test", Optional.empty(), "chen");
    }

    private List<ListEntry> active(ListKind kind) {
        return lists.page(ListQuery.newest(kind, 100));
    }
}
