package dev.quell.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.Disturbance;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import dev.quell.history.CallerProfile;
import dev.quell.history.KnownAs;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.testing.MemoryLists;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;

class StrikesTest {

    private static final CallerNumber CALLER = new CallerNumber.E164("+8613800138000");

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final MemoryLists store = new MemoryLists();
    private final BlockListSettings settings = ShippedSettings.of("quell.blocklist", BlockListSettings.class);
    private final ProtectedNumbers untouchable =
            new ProtectedNumbers(settings, ShippedSettings.of("quell.call", CallSettings.class));
    private final ListIndex index = new ListIndex(untouchable, clock);
    private final BlockListService lists = new BlockListService(store, index, settings, untouchable);
    private final List<PastCall> calls = new ArrayList<>();
    private final List<PastFlag> flags = new ArrayList<>();
    private boolean customer;
    private OptionalDouble share = OptionalDouble.of(0.1);
    private Attestation signed = Attestation.NONE;
    private String fingerprint = "host|phone|alaw";
    private Set<Disturbance> disturbances = Set.of();
    private final Strikes strikes = new Strikes(
            (caller, asOf) -> new CallerProfile(calls, flags, customer ? Set.of(KnownAs.CUSTOMER) : Set.of(), asOf),
            store,
            index,
            lists,
            settings,
            untouchable,
            new Share());

    @Nested
    class Burst {

        @Test
        void fiveSilentCallsIn30MinutesBlockForAnHour() {
            silent(4, Duration.ofMinutes(6));
            assertThat(consider()).isEmpty();
            silent(1, Duration.ZERO);

            ListEntry block = consider().orElseThrow();

            assertThat(block.origin()).isEqualTo(Origin.BURST);
            assertThat(block.author()).isEqualTo("quell");
            assertThat(block.expiresAt()).contains(clock.instant().plus(Duration.ofHours(1)));
            assertThat(lists.test(CALLER)).contains(block);
        }

        @ParameterizedTest
        @CsvSource({"1800, true", "1801, false"})
        void theWindowsEdge(long ageOfTheFirst, boolean blocked) {
            silent(1, Duration.ofSeconds(ageOfTheFirst - 4));
            silent(4, Duration.ofSeconds(1));

            assertThat(consider().isPresent()).isEqualTo(blocked);
        }

        @ParameterizedTest
        @CsvSource({"0.1999, true", "0.2000, false"})
        void aFingerprintMustBeRare(double others, boolean blocked) {
            share = OptionalDouble.of(others);
            silent(5, Duration.ofMinutes(1));

            assertThat(consider().isPresent()).isEqualTo(blocked);
        }

        @Test
        void anUnknownTrunkIdentifiesNobody() {
            share = OptionalDouble.empty();
            silent(5, Duration.ofMinutes(1));

            assertThat(consider()).isEmpty();
        }

        @Test
        void fourIncidentsMustComeTheSameWay() {
            silent(3, Duration.ofMinutes(1));
            silentOver("other", 2);
            assertThat(consider()).isEmpty();

            silent(1, Duration.ofMinutes(1));
            assertThat(consider()).isPresent();
        }

        @Test
        void fullAttestationIsEnough() {
            signed = Attestation.A;
            share = OptionalDouble.empty();
            silent(5, Duration.ofMinutes(1));

            assertThat(strikes.consider(CALLER, Attestation.B, CallOutcome.SILENT))
                    .isEmpty();
            assertThat(strikes.consider(CALLER, Attestation.A, CallOutcome.SILENT))
                    .isPresent();
        }

        @Test
        void onlyASilentCallBringsItAbout() {
            silent(5, Duration.ofMinutes(1));

            assertThat(strikes.consider(CALLER, Attestation.A, CallOutcome.SPOKE))
                    .isEmpty();
            assertThat(consider()).isPresent();
        }

        @Test
        void whatLedToABlockThatAPersonLiftedLeadsToNoOther() {
            silent(5, Duration.ofMinutes(1));
            lists.remove(consider().orElseThrow().id(), "chen", "a customer");
            clock.advance(Duration.ofMinutes(1));

            silent(4, Duration.ofMinutes(1));
            assertThat(consider()).isEmpty();
            silent(1, Duration.ZERO);
            assertThat(consider()).isPresent();
        }

        @Test
        void technicalFaultsCountForNothing() {
            for (int i = 0; i < 5; i++) {
                call(CallOutcome.NO_MEDIA, "carrier", Profile.STANDARD);
            }
            assertThat(consider()).isEmpty();
        }

        @Test
        void callsToProtectedLinesCountForNothing() {
            silent(4, Duration.ofMinutes(1));
            call(CallOutcome.SILENT, "carrier", Profile.PROTECTED);

            assertThat(consider()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource(Disturbance.class)
        void disturbedCallsCountForNothing(Disturbance disturbance) {
            silent(4, Duration.ofMinutes(1));
            disturbances = Set.of(disturbance);
            silent(4, Duration.ofMinutes(1));
            assertThat(consider()).isEmpty();

            disturbances = Set.of();
            silent(1, Duration.ofMinutes(1));
            assertThat(consider()).isPresent();
        }

        @Test
        void whoHadAGoodTalkIsNotBlockedForSilence() {
            call(CallOutcome.GOOD_TALK, "carrier", Profile.STANDARD);
            silent(5, Duration.ofMinutes(1));

            assertThat(consider()).isEmpty();
        }

        @Test
        void aBlockedCallerIsNotBlockedAgain() {
            silent(5, Duration.ofMinutes(1));
            consider();
            silent(1, Duration.ofMinutes(1));

            assertThat(consider()).isEmpty();
            assertThat(active(ListKind.BLOCK)).hasSize(1);
        }
    }

    @Nested
    class ToldTwice {

        /** Another instance at the same moment: it has not heard of the first one's entries yet. */
        private final ListIndex elsewhere = new ListIndex(untouchable, clock);

        private final MemoryLists unaware = Mockito.spy(store);

        private final Strikes other = new Strikes(
                (caller, asOf) -> new CallerProfile(calls, flags, Set.of(), asOf),
                unaware,
                elsewhere,
                new BlockListService(unaware, elsewhere, settings, untouchable),
                settings,
                untouchable,
                new Share());

        @BeforeEach
        void readTheStore() {
            elsewhere.fill().done();
            Mockito.doReturn(List.of()).when(unaware).history(Mockito.any());
        }

        @Test
        void theSameCallsEndMakesOneEntry() {
            silent(5, Duration.ofMinutes(1));
            ListEntry block = consider().orElseThrow();

            assertThat(consider()).isEmpty();
            assertThat(other.consider(CALLER, Attestation.NONE, CallOutcome.SILENT))
                    .isEmpty();
            assertThat(store.history(new ListPattern.Exact(CALLER))).containsExactly(block);
            assertThat(elsewhere.match(CALLER, clock.instant()))
                    .map(ListMatch::id)
                    .contains(block.id());
        }

        @Test
        void theSameIncidentsLeadToOneRung() {
            signed = Attestation.A;
            silent(2, Duration.ofHours(1));
            flag("PJSIP/1001");
            List<Optional<ListEntry>> made = Stream.of(strikes, strikes, other)
                    .map(one -> one.consider(CALLER, Attestation.A, CallOutcome.SILENT))
                    .toList();

            assertThat(made.getFirst().orElseThrow().origin()).isEqualTo(Origin.LADDER);
            assertThat(made.subList(1, 3)).containsOnly(Optional.empty());
            assertThat(store.history(new ListPattern.Exact(CALLER)))
                    .extracting(ListEntry::step)
                    .containsExactly(1);
        }

        @Test
        void whatAPersonLiftedStaysLifted() {
            silent(5, Duration.ofMinutes(1));
            lists.remove(consider().orElseThrow().id(), "chen", "a customer");

            assertThat(consider()).isEmpty();
            assertThat(other.consider(CALLER, Attestation.NONE, CallOutcome.SILENT))
                    .isEmpty();
            assertThat(lists.test(CALLER)).isEmpty();
        }

        @Test
        void whileTheListsAreNotReadYetTheStoreIsAsked() {
            ListEntry allow =
                    lists.add(ListKind.ALLOW, new ListPattern.Exact(CALLER), "ours", Optional.empty(), "chen");
            ListIndex unread = new ListIndex(untouchable, clock);
            Strikes early = new Strikes(
                    (caller, asOf) -> new CallerProfile(calls, flags, Set.of(), asOf),
                    store,
                    unread,
                    lists,
                    settings,
                    untouchable,
                    new Share());
            silent(5, Duration.ofMinutes(1));

            assertThat(early.consider(CALLER, Attestation.NONE, CallOutcome.SILENT))
                    .isEmpty();
            assertThat(active(ListKind.ALLOW)).containsExactly(allow);
            assertThat(active(ListKind.BLOCK)).isEmpty();
        }
    }

    @Nested
    class Spares {

        @Test
        void customers() {
            customer = true;
            silent(5, Duration.ofMinutes(1));

            assertThat(consider()).isEmpty();
        }

        @Test
        void thoseOnTheAllowList() {
            lists.add(ListKind.ALLOW, new ListPattern.Exact(CALLER), "ours", Optional.empty(), "chen");
            silent(5, Duration.ofMinutes(1));

            assertThat(consider()).isEmpty();
        }

        @Test
        void protectedAndUnknownNumbers() {
            silent(5, Duration.ofMinutes(1));

            assertThat(strikes.consider(new CallerNumber.Internal("12345"), Attestation.A, CallOutcome.SILENT))
                    .isEmpty();
            assertThat(strikes.consider(new CallerNumber.Withheld(), Attestation.A, CallOutcome.SILENT))
                    .isEmpty();
            assertThat(strikes.consider(new CallerNumber.Invalid("99"), Attestation.A, CallOutcome.SILENT))
                    .isEmpty();
        }
    }

    @Nested
    class Climbing {

        @BeforeEach
        void sign() {
            signed = Attestation.A;
        }

        @Test
        void silenceAloneNeverClimbs() {
            silent(9, Duration.ofHours(3));

            assertThat(climb()).isEmpty();
        }

        @Test
        void threeIncidentsInTwoSessionsWithAFlagAmongThemBlockForADay() {
            silent(1, Duration.ofMinutes(31));
            silent(1, Duration.ofMinutes(30));
            assertThat(climb()).isEmpty();
            flag("PJSIP/1001");

            ListEntry block = climb().orElseThrow();

            assertThat(block.origin()).isEqualTo(Origin.LADDER);
            assertThat(block.step()).isEqualTo(1);
            assertThat(block.reason()).isEqualTo("ladder step 1: 2 silent, 1 flagged");
            assertThat(block.expiresAt()).contains(clock.instant().plus(Duration.ofHours(24)));
        }

        @Test
        void aFlagForSilenceIsNoSecondKind() {
            silent(2, Duration.ofHours(1));
            flags.add(PastFlag.whole(clock.instant(), "PJSIP/1001", "silent"));
            assertThat(climb()).isEmpty();

            flag("PJSIP/1002");
            assertThat(climb()).isPresent();
        }

        @Test
        void callsSignedOtherwiseAreAnotherCallersDeeds() {
            signed = Attestation.NONE;
            silent(1, Duration.ofHours(1));
            signed = Attestation.A;
            silent(1, Duration.ofHours(1));
            flag("PJSIP/1001");
            assertThat(climb()).isEmpty();

            silent(1, Duration.ofHours(1));
            assertThat(climb()).isPresent();
        }

        @Test
        void aFlagOnACallSignedOtherwiseIsAnotherCallersDeed() {
            silent(3, Duration.ofHours(1));
            signed = Attestation.B;
            call(CallOutcome.SPOKE, "carrier", Profile.STANDARD);
            flag("PJSIP/1001");

            assertThat(climb()).isEmpty();
        }

        @Test
        void flaggedCallsIdentifyAsSilentOnesDo() {
            signed = Attestation.NONE;
            silent(2, Duration.ofHours(1));
            call(CallOutcome.SPOKE, "carrier", Profile.STANDARD);
            flag("PJSIP/1001");
            clock.advance(Duration.ofHours(1));
            assertThat(consider()).isEmpty();

            call(CallOutcome.SPOKE, "carrier", Profile.STANDARD);
            flag("PJSIP/1002");
            assertThat(consider()).isPresent();
        }

        @Test
        void aGoodTalkByAnotherWayMakesTheNumberTwoCallers() {
            signed = Attestation.NONE;
            fingerprint = "other|phone|alaw";
            call(CallOutcome.GOOD_TALK, "carrier", Profile.STANDARD);
            fingerprint = "host|phone|alaw";
            silent(4, Duration.ofHours(9));
            flag("PJSIP/1001");
            assertThat(consider()).isEmpty();

            calls.removeFirst();
            assertThat(consider()).isPresent();
        }

        @Test
        void aNumberWithAsManyGoodTalksAsIncidentsIsSharedByMany() {
            for (int i = 0; i < 3; i++) {
                call(CallOutcome.GOOD_TALK, "carrier", Profile.STANDARD);
                clock.advance(Duration.ofHours(5));
            }
            silent(2, Duration.ofHours(1));
            flag("PJSIP/1001");
            assertThat(climb()).isEmpty();

            call(CallOutcome.SPOKE, "carrier", Profile.STANDARD);
            flag("PJSIP/1002");
            assertThat(climb()).isPresent();
        }

        @Test
        void oneSessionIsNotEnough() {
            silent(3, Duration.ofMinutes(20));
            flag("PJSIP/1001");

            assertThat(climb()).isEmpty();
        }

        @Test
        void flagsAloneNeedTwoAgents() {
            flag("PJSIP/1001");
            clock.advance(Duration.ofDays(8));
            flag("PJSIP/1001");
            clock.advance(Duration.ofDays(8));
            flag("PJSIP/1001");
            assertThat(climb()).isEmpty();

            flag("PJSIP/1002");
            assertThat(climb()).isPresent();
        }

        @Test
        void aBurstIsOneIncident() {
            silent(4, Duration.ofMinutes(1));
            clock.advance(Duration.ofHours(2));
            flag("PJSIP/1001");

            assertThat(climb()).isEmpty();
        }

        @Test
        void withoutAnIdentityThatIsGoodEnoughNobodyClimbs() {
            incidents();

            assertThat(consider()).isEmpty();
        }

        @Test
        void eachTermIsLongerAndOver7DaysAPersonIsAdvised() {
            assertThat(nextStep()).isEqualTo(Duration.ofHours(24));
            assertThat(nextStep()).isEqualTo(Duration.ofDays(7));
            assertThat(nextStep()).as("30 d wait for a person").isEqualTo(Duration.ofDays(7));
            assertThat(nextStep()).as("90 d wait for a person").isEqualTo(Duration.ofDays(7));
            assertThat(nextStep()).isEqualTo(Duration.ofDays(7));
            assertThat(store.history(new ListPattern.Exact(CALLER)))
                    .extracting(ListEntry::step)
                    .containsExactly(4, 4, 3, 2, 1);
        }

        @Test
        void whatLedToAStepDoesNotLeadToTheNext() {
            incidents();
            climb();
            clock.advance(Duration.ofHours(25));

            assertThat(climb()).isEmpty();
        }

        @Test
        void aGoodTalkLiftsTheBlockAndStepsDown() {
            nextStep();
            incidents();
            ListEntry second = climb().orElseThrow();
            assertThat(second.step()).isEqualTo(2);

            clock.advance(Duration.ofHours(1));
            call(CallOutcome.GOOD_TALK, "carrier", Profile.STANDARD);
            strikes.consider(CALLER, Attestation.NONE, CallOutcome.GOOD_TALK);

            assertThat(lists.test(CALLER)).isEmpty();
            incidents();
            assertThat(climb().orElseThrow().step()).isEqualTo(2);
        }

        @Test
        void aGoodTalkOfACallerWithoutAnEntryAsksTheStoreOnlyUntilItIsRead() {
            ListStore asked = Mockito.mock(ListStore.class);
            Strikes aside = new Strikes(
                    (caller, asOf) -> CallerProfile.stranger(asOf),
                    asked,
                    index,
                    lists,
                    settings,
                    untouchable,
                    new Share());

            aside.consider(CALLER, Attestation.NONE, CallOutcome.GOOD_TALK);
            Mockito.verify(asked).meaning(CALLER, clock.instant());
            index.fill().done();
            aside.consider(CALLER, Attestation.NONE, CallOutcome.GOOD_TALK);
            Mockito.verifyNoMoreInteractions(asked);
        }

        @Test
        void aGoodTalkLiftsNoBlockMadeByHand() {
            ListEntry manual = lists.add(
                    ListKind.BLOCK,
                    new ListPattern.Exact(CALLER),
                    "test",
                    Optional.of(clock.instant().plus(Duration.ofDays(1))),
                    "chen");

            strikes.consider(CALLER, Attestation.NONE, CallOutcome.GOOD_TALK);

            assertThat(lists.test(CALLER)).contains(manual);
        }

        @Test
        void aBlockThatAPersonLiftedMakesTheNextNoLonger() {
            nextStep();
            incidents();
            ListEntry second = climb().orElseThrow();
            assertThat(second.step()).isEqualTo(2);
            lists.remove(second.id(), "chen", "the wrong number");

            assertThat(climb()).as("what led to it leads to no other").isEmpty();
            clock.advance(Duration.ofHours(1));
            incidents();
            assertThat(climb().orElseThrow().step()).isEqualTo(2);
        }

        @Test
        void aBlockThatAPersonConfirmedIsNoError() {
            incidents();
            climb();
            lists.add(
                    ListKind.BLOCK,
                    new ListPattern.Exact(CALLER),
                    "confirmed",
                    Optional.of(clock.instant().plus(Duration.ofHours(30))),
                    "chen");
            clock.advance(Duration.ofHours(31));
            incidents();

            assertThat(climb().orElseThrow().step()).isEqualTo(2);
        }

        @Test
        void aNumberLeftAloneFor90DaysBeginsAnew() {
            nextStep();
            clock.advance(Duration.ofDays(90));
            incidents();

            assertThat(climb().orElseThrow().step()).isEqualTo(1);
        }

        /** Enough for a step; returns the block's term and waits until it is over. */
        private Duration nextStep() {
            incidents();
            ListEntry block = climb().orElseThrow();
            Duration term =
                    Duration.between(block.createdAt(), block.expiresAt().orElseThrow());
            clock.advance(term);
            return term;
        }

        private void incidents() {
            silent(2, Duration.ofHours(1));
            flag("PJSIP/1001");
        }

        /** Considers a caller whose identity is sure. */
        private Optional<ListEntry> climb() {
            return strikes.consider(CALLER, Attestation.A, CallOutcome.SILENT);
        }
    }

    private Optional<ListEntry> consider() {
        return strikes.consider(CALLER, Attestation.NONE, CallOutcome.SILENT);
    }

    /** So many silent calls, time passing after each. */
    private void silent(int times, Duration after) {
        for (int i = 0; i < times; i++) {
            call(CallOutcome.SILENT, "carrier", Profile.STANDARD);
            clock.advance(after);
        }
    }

    private void silentOver(String trunk, int times) {
        for (int i = 0; i < times; i++) {
            call(CallOutcome.SILENT, trunk, Profile.STANDARD);
        }
    }

    private void call(CallOutcome outcome, String trunk, Profile profile) {
        calls.add(new PastCall(
                new CallId("pbx", "1763800000." + calls.size()),
                clock.instant(),
                "4001",
                profile,
                trunk,
                fingerprint,
                signed,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                HangupSide.CALLER,
                outcome,
                Set.of(),
                disturbances));
    }

    private void flag(String agent) {
        flags.add(PastFlag.whole(clock.instant(), agent, "abuse"));
    }

    /** Says of every fingerprint the share that the test set. */
    private final class Share implements FingerprintShare {
        @Override
        public void seen(CallerNumber caller, String trunk, String fingerprint) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalDouble amongOthers(CallerNumber caller, String trunk, String fingerprint, int least) {
            return share;
        }
    }

    private List<ListEntry> active(ListKind kind) {
        return lists.page(ListQuery.newest(kind, 100));
    }
}
