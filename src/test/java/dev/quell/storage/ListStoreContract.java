package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.Kept;
import dev.quell.blocklist.Lifting;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.blocklist.ListStore;
import dev.quell.blocklist.Standing;
import dev.quell.call.CallerNumber;
import dev.quell.storage.jdbc.JdbcListStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store of entries promises. */
abstract class ListStoreContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;
    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");
    private static final ListPattern EXACT = new ListPattern.Exact(CALLER);

    private ListStore store;

    @BeforeEach
    void make() {
        store = new JdbcListStore(database());
    }

    private static ListEntry block(ListPattern pattern, Instant at, Duration term) {
        return new ListEntry(
                0,
                ListKind.BLOCK,
                pattern,
                "16 silent calls in 30 min; drop table",
                "quell",
                Origin.BURST,
                at,
                Optional.of(at.plus(term)),
                1);
    }

    @Test
    void entryComesBackAsItWasWithANumber() {
        ListEntry given = block(EXACT, NOW, Duration.ofHours(1));

        ListEntry kept = store.keep(given, NOW).entry();

        assertThat(kept.id()).isPositive();
        assertThat(kept).usingRecursiveComparison().ignoringFields("id").isEqualTo(given);
        assertThat(active(NOW)).containsExactly(kept);
        assertThat(store.history(EXACT)).containsExactly(kept);
        assertThat(store.find(kept.id())).contains(kept);
        assertThat(store.find(kept.id() + 1)).isEmpty();
    }

    @Test
    void allowEntryMayStandForGood() {
        ListEntry given = new ListEntry(
                0,
                ListKind.ALLOW,
                ListPattern.parse("+86755*"),
                "our own branch",
                "wang",
                Origin.MANUAL,
                NOW,
                Optional.empty(),
                0);

        ListEntry kept = store.keep(given, NOW).entry();

        assertThat(kept.expiresAt()).isEmpty();
        Instant far = NOW.plus(Duration.ofDays(10_000));
        assertThat(store.page(ListQuery.newest(ListKind.ALLOW, 10), far)).containsExactly(kept);
        assertThat(standing(far))
                .containsExactly(new Standing(kept.id(), ListKind.ALLOW, "+86755*", Origin.MANUAL, Standing.NEVER));
    }

    @Test
    void entryIsActiveUntilItsExpiryAndNotAtIt() {
        ListEntry kept = keep(block(EXACT, NOW, Duration.ofHours(1)));
        Instant expiry = NOW.plus(Duration.ofHours(1));

        Standing standing =
                new Standing(kept.id(), ListKind.BLOCK, "+8613800138000", Origin.BURST, expiry.toEpochMilli());

        assertThat(active(expiry.minusMillis(1))).containsExactly(kept);
        assertThat(standing(expiry.minusMillis(1))).containsExactly(standing);
        assertThat(store.meaning(CALLER, expiry.minusMillis(1))).containsExactly(kept);
        assertThat(active(expiry)).isEmpty();
        assertThat(standing(expiry)).isEmpty();
        assertThat(store.meaning(CALLER, expiry)).isEmpty();
    }

    @Test
    void aBlockOfAClockThatWasADayAheadIsNotTold() {
        Instant ahead = NOW.plus(ListStore.AHEAD);
        ListEntry near = keep(block(EXACT, ahead, Duration.ofHours(1)));
        keep(block(ListPattern.parse("i:8001"), ahead.plusMillis(1), Duration.ofHours(1)));
        ListEntry allowed = keep(allow(ListPattern.parse("i:8002"), ahead.plusMillis(1)));

        assertThat(standing(NOW)).extracting(Standing::id).containsExactlyInAnyOrder(near.id(), allowed.id());
    }

    @Test
    void removedEntryEndsThenAndSaysSoInItsHistory() {
        ListEntry kept = keep(block(EXACT, NOW, Duration.ofHours(1)));
        Instant then = NOW.plusSeconds(60);

        Optional<ListEntry> removed = store.remove(kept.id(), "wang", "a customer; see case 00000007", then);

        assertThat(removed.orElseThrow().expiresAt()).contains(then);
        assertThat(active(then)).isEmpty();
        assertThat(standing(then)).isEmpty();
        assertThat(store.meaning(CALLER, then)).isEmpty();
        assertThat(store.history(EXACT)).containsExactly(removed.get());
        assertThat(store.find(kept.id())).isEqualTo(removed);
        assertThat(audit(kept.id()))
                .containsEntry("removed_by", "wang")
                .containsEntry("removed_because", "a customer; see case 00000007")
                .containsEntry("expires_at", NOW.plus(Duration.ofHours(1)).toEpochMilli());
    }

    @Test
    void onlyAnActiveEntryIsRemoved() {
        ListEntry kept = keep(block(EXACT, NOW, Duration.ofHours(1)));
        Instant expiry = NOW.plus(Duration.ofHours(1));

        assertThat(store.remove(kept.id(), "wang", "late", expiry)).isEmpty();
        assertThat(store.remove(kept.id() + 1, "wang", "wrong", NOW)).isEmpty();
        assertThat(store.remove(kept.id(), "wang", "right", expiry.minusMillis(1)))
                .isPresent();
        assertThat(store.remove(kept.id(), "li", "again", NOW)).isEmpty();
        assertThat(audit(kept.id())).containsEntry("removed_by", "wang");
    }

    @Test
    void historyIsOfOnePatternNewestFirst() {
        ListEntry first = store.keep(
                        block(EXACT, NOW.minusSeconds(9_000), Duration.ofHours(1)), NOW.minusSeconds(9_000))
                .entry();
        ListEntry second = keep(block(EXACT, NOW, Duration.ofHours(1)));
        keep(block(ListPattern.parse("+86138*"), NOW, Duration.ofHours(1)));

        assertThat(store.history(EXACT)).containsExactly(second, first);
    }

    @Test
    void theSamePatternAgainEndsTheEntryBefore() {
        ListEntry first = keep(block(EXACT, NOW, Duration.ofHours(5)));
        ListEntry wide = keep(block(ListPattern.parse("+86138*"), NOW, Duration.ofHours(1)));
        Instant then = NOW.plusSeconds(60);

        Kept second = store.keep(block(EXACT, then, Duration.ofHours(1)), then);

        assertThat(second.made()).isTrue();
        assertThat(second.replaced()).containsExactly(first);
        assertThat(active(then)).containsExactly(second.entry(), wide);
        assertThat(store.find(first.id()).orElseThrow().expiresAt()).contains(then);
        assertThat(audit(first.id()))
                .containsEntry("removed_by", "quell")
                .containsEntry(
                        "removed_because", "replaced by entry " + second.entry().id());
        assertThat(store.liftedByPeople(EXACT)).isEmpty();
    }

    @Test
    void whoEndedAnEntryIsKeptWithTheEndThatItWouldHaveHad() {
        ListEntry lifted = keep(block(EXACT, NOW, Duration.ofHours(5)));
        store.remove(lifted.id(), "li.na", "mistake", NOW.plusSeconds(9));
        ListEntry other = keep(block(ListPattern.parse("+86138*"), NOW, Duration.ofHours(1)));
        store.remove(other.id(), "quell", "good talk", NOW.plusSeconds(9));

        assertThat(store.liftings(EXACT))
                .containsExactly(new Lifting(
                        lifted.id(), "li.na", NOW.plusSeconds(9), Optional.of(NOW.plus(Duration.ofHours(5)))));
        assertThat(store.liftings(other.pattern())).isEmpty();
    }

    @Test
    void whatHasEndedIsNotReplaced() {
        ListEntry first = keep(block(EXACT, NOW, Duration.ofHours(1)));
        Instant expiry = NOW.plus(Duration.ofHours(1));

        assertThat(store.keep(block(EXACT, expiry, Duration.ofHours(1)), expiry).replaced())
                .isEmpty();
        assertThat(audit(first.id())).containsEntry("removed_at", null);
    }

    @Test
    void oneMarkMakesOneEntry() {
        Kept first = store.keepOnce(block(EXACT, NOW, Duration.ofHours(1)), "BURST +8613800138000 after 0", NOW);
        Instant then = NOW.plusSeconds(60);

        Kept again = store.keepOnce(block(EXACT, then, Duration.ofHours(9)), "BURST +8613800138000 after 0", then);
        Kept other = store.keepOnce(block(EXACT, then, Duration.ofHours(9)), "BURST +8613800138000 after 1", then);

        assertThat(first.made()).isTrue();
        assertThat(again).isEqualTo(new Kept(first.entry(), List.of(), false));
        assertThat(other.made()).isTrue();
        assertThat(other.replaced()).containsExactly(first.entry());
    }

    @Test
    void aMarkCountsAlsoOfAnEntryThatWasLifted() {
        Kept first = store.keepOnce(block(EXACT, NOW, Duration.ofHours(1)), "mark", NOW);
        ListEntry lifted = store.remove(first.entry().id(), "wang", "a customer", NOW.plusSeconds(1))
                .orElseThrow();

        Instant then = NOW.plusSeconds(2);
        Kept again = store.keepOnce(block(EXACT, then, Duration.ofHours(1)), "mark", then);

        assertThat(again).isEqualTo(new Kept(lifted, List.of(), false));
        assertThat(active(then)).isEmpty();
    }

    @Test
    void manyAreKeptAtOnceInTheirOrder() {
        ListEntry old = keep(block(EXACT, NOW, Duration.ofHours(5)));
        ListEntry same = keep(block(ListPattern.parse("+8613800138001"), NOW, Duration.ofHours(1)));
        ListEntry newer = block(EXACT, NOW, Duration.ofHours(1));
        ListEntry fresh = block(ListPattern.parse("i:8001"), NOW, Duration.ofHours(1));
        ListEntry allow = allow(EXACT, NOW);

        List<Kept> kept = store.keepAll(
                List.of(fresh, block(same.pattern(), NOW, Duration.ofHours(1)), newer, allow), NOW.plusSeconds(1));

        assertThat(kept)
                .usingRecursiveComparison()
                .ignoringFields("entry.id")
                .isEqualTo(List.of(
                        new Kept(fresh, List.of(), true),
                        new Kept(same, List.of(), false),
                        new Kept(newer, List.of(old), true),
                        new Kept(allow, List.of(), true)));
        assertThat(kept.get(1).entry()).isEqualTo(same);
        assertThat(active(NOW.plusSeconds(1)))
                .containsExactlyInAnyOrder(
                        kept.get(0).entry(), same, kept.get(2).entry());
        assertThat(audit(old.id()))
                .containsEntry(
                        "removed_because",
                        "replaced by entry " + kept.get(2).entry().id());
    }

    @Test
    void asManyAsMayBeAreKept() {
        List<ListEntry> many = IntStream.range(0, ListStore.MANY)
                .mapToObj(i -> block(ListPattern.parse("+86138001" + (10_000 + i)), NOW, Duration.ofHours(1)))
                .toList();

        assertThat(store.keepAll(many, NOW)).hasSize(ListStore.MANY);
        assertThat(standing(NOW)).hasSize(ListStore.MANY);
    }

    @Test
    void pagesFollowEachOtherNewestFirst() {
        ListEntry oldest = keep(block(ListPattern.parse("i:8001"), NOW.minusSeconds(9), Duration.ofHours(1)));
        ListEntry one = keep(block(ListPattern.parse("i:8002"), NOW, Duration.ofHours(1)));
        ListEntry other = keep(block(ListPattern.parse("i:8003"), NOW, Duration.ofHours(1)));
        keep(allow(EXACT, NOW));

        assertThat(store.page(ListQuery.newest(ListKind.BLOCK, 2), NOW)).containsExactly(other, one);
        assertThat(after(other)).containsExactly(one, oldest);
        assertThat(after(one)).containsExactly(oldest);
        assertThat(after(oldest)).isEmpty();
    }

    private List<ListEntry> after(ListEntry entry) {
        return store.page(
                new ListQuery(
                        ListKind.BLOCK,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ListQuery.Place.of(entry)),
                        10),
                NOW);
    }

    @Test
    void aPageMayBeOfOneOriginOrAuthor() {
        ListEntry burst = keep(block(EXACT, NOW, Duration.ofHours(1)));
        ListEntry manual = keep(allow(EXACT, NOW));

        assertThat(narrowed(ListKind.BLOCK, Optional.of(Origin.BURST), Optional.of("quell")))
                .containsExactly(burst);
        assertThat(narrowed(ListKind.BLOCK, Optional.of(Origin.LADDER), Optional.empty()))
                .isEmpty();
        assertThat(narrowed(ListKind.ALLOW, Optional.empty(), Optional.of("wang")))
                .containsExactly(manual);
        assertThat(narrowed(ListKind.ALLOW, Optional.empty(), Optional.of("' or 1=1 --")))
                .isEmpty();
    }

    private List<ListEntry> narrowed(ListKind kind, Optional<Origin> origin, Optional<String> author) {
        return store.page(new ListQuery(kind, Optional.empty(), origin, author, Optional.empty(), 10), NOW);
    }

    @Test
    void aCallerIsMeantByTheNumberAndItsPrefixes() {
        ListEntry exact = keep(block(EXACT, NOW, Duration.ofHours(1)));
        ListEntry whole = keep(block(ListPattern.parse("+8613800138000*"), NOW, Duration.ofHours(1)));
        ListEntry shortest = keep(allow(ListPattern.parse("+8613*"), NOW));
        keep(block(ListPattern.parse("+86139*"), NOW, Duration.ofHours(1)));
        ListEntry extension = keep(block(ListPattern.parse("i:8001"), NOW, Duration.ofHours(1)));

        assertThat(store.meaning(CALLER, NOW)).containsExactlyInAnyOrder(exact, whole, shortest);
        assertThat(store.meaning(new CallerNumber.Internal("8001"), NOW)).containsExactly(extension);
        assertThat(store.page(ListQuery.meeting(ListKind.BLOCK, EXACT, 10), NOW))
                .containsExactlyInAnyOrder(exact, whole);
    }

    @Test
    void aPrefixMeetsWiderAndNarrowerPatterns() {
        ListEntry exact = keep(block(EXACT, NOW, Duration.ofHours(1)));
        ListEntry wide = keep(block(ListPattern.parse("+8613*"), NOW, Duration.ofHours(1)));
        ListEntry narrow = keep(block(ListPattern.parse("+86138001*"), NOW, Duration.ofHours(1)));
        keep(block(ListPattern.parse("+86139*"), NOW, Duration.ofHours(1)));
        keep(block(ListPattern.parse("+8613900138000"), NOW, Duration.ofHours(1)));

        assertThat(store.page(ListQuery.meeting(ListKind.BLOCK, ListPattern.parse("+86138*"), 10), NOW))
                .containsExactlyInAnyOrder(exact, wide, narrow);
    }

    @Test
    void aCallerIsMeantByTheRangesOfItsLength() {
        ListEntry range = keep(block(ListPattern.parse("+8613800137990-+8613800138000"), NOW, Duration.ofHours(1)));
        ListEntry widest = keep(allow(ListPattern.parse("+8613799138001-+8613800138000"), NOW));
        keep(block(ListPattern.parse("+8613800138001-+8613800138009"), NOW, Duration.ofHours(1)));
        keep(block(ListPattern.parse("+8613800137990-+8613800137999"), NOW, Duration.ofHours(1)));
        keep(block(ListPattern.parse("+861380013790-+861380013809"), NOW, Duration.ofHours(1)));
        keep(block(ListPattern.parse("+86138001379900-+86138001380099"), NOW, Duration.ofHours(1)));

        assertThat(store.meaning(CALLER, NOW)).containsExactlyInAnyOrder(range, widest);
        assertThat(store.page(ListQuery.meeting(ListKind.BLOCK, EXACT, 10), NOW))
                .containsExactly(range);
        assertThat(store.history(range.pattern())).containsExactly(range);
        assertThat(standing(NOW))
                .contains(new Standing(
                        range.id(),
                        ListKind.BLOCK,
                        "+8613800137990-+8613800138000",
                        Origin.BURST,
                        NOW.plus(Duration.ofHours(1)).toEpochMilli()));
    }

    @Test
    void theRangesOfACallerAreToldOnceAlsoThoseThatEnded() {
        ListPattern range = ListPattern.parse("+8613800137990-+8613800138000");
        keep(block(range, NOW, Duration.ofHours(1)));
        keep(allow(range, NOW));
        keep(block(ListPattern.parse("+8613800138001-+8613800138009"), NOW, Duration.ofHours(1)));
        ListPattern over = ListPattern.parse("+8613800138000-+8613800138999");
        store.remove(keep(block(over, NOW, Duration.ofHours(1))).id(), "wang", "wrong", NOW);

        assertThat(store.rangesOf(CALLER)).containsExactlyInAnyOrder(range, over);
        assertThat(store.rangesOf(new CallerNumber.Internal("8001"))).isEmpty();
        assertThat(store.rangesOf(new CallerNumber.Withheld())).isEmpty();
    }

    /** What the store finds is what the patterns say of each other: numbers, prefixes and ranges of several lengths, asked by each of them. */
    @Test
    void whatMeetsAPatternIsFound() {
        Random random = new Random(6);
        List<ListEntry> entries = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            ListPattern pattern = random(random);
            entries.removeIf(entry -> entry.pattern().equals(pattern));
            entries.add(keep(block(pattern, NOW, Duration.ofHours(1))));
        }
        for (int i = 0; i < 200; i++) {
            ListPattern asked = random(random);

            assertThat(store.page(ListQuery.meeting(ListKind.BLOCK, asked, 1000), NOW))
                    .as(asked.text())
                    .containsExactlyInAnyOrderElementsOf(entries.stream()
                            .filter(entry -> entry.pattern().meets(asked))
                            .toList());
        }
    }

    private static ListPattern random(Random random) {
        int size = 2 + random.nextInt(3);
        String one = "+8613" + digits(random, size);
        String other = "+8613" + digits(random, size);
        return switch (random.nextInt(3)) {
            case 0 -> ListPattern.parse(one);
            case 1 -> ListPattern.parse(one.substring(0, 5 + random.nextInt(size + 1)) + "*");
            default ->
                one.equals(other)
                        ? ListPattern.parse(one)
                        : new ListPattern.Range(
                                one.compareTo(other) < 0 ? one : other, one.compareTo(other) < 0 ? other : one);
        };
    }

    private static String digits(Random random, int size) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < size; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private ListEntry keep(ListEntry entry) {
        return store.keep(entry, NOW).entry();
    }

    private List<ListEntry> active(Instant now) {
        return store.page(ListQuery.newest(ListKind.BLOCK, 1000), now);
    }

    private List<Standing> standing(Instant now) {
        List<Standing> standing = new ArrayList<>();
        store.standing(now, standing::add);
        return standing;
    }

    private static ListEntry allow(ListPattern pattern, Instant at) {
        return new ListEntry(
                0, ListKind.ALLOW, pattern, "our own branch", "wang", Origin.MANUAL, at, Optional.empty(), 0);
    }

    private Map<String, Object> audit(long id) {
        return database()
                .reader()
                .sql("select * from list_entries where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }
}
