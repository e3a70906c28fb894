package dev.quell.screening;

import static dev.quell.testing.CallBuilder.aCall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.BlockList;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListMatch;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.FairTime;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.rules.Rules;
import dev.quell.history.CallerHistory;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastFlag;
import dev.quell.screening.enforcement.Enforcement;
import dev.quell.testing.MovingClock;
import dev.quell.testing.ShippedSettings;
import dev.quell.traffic.Surroundings;
import dev.quell.traffic.Traffic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.ObjectProvider;

class ScreeningServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    private final CallerHistory history = Mockito.mock(CallerHistory.class);
    private final BlockList blockList = Mockito.mock(BlockList.class);
    private final DeterrentOccupancy occupancy = Mockito.mock(DeterrentOccupancy.class);
    private final CallJournal journal = Mockito.mock(CallJournal.class);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MovingClock clock = new MovingClock(NOW);
    private final FairTime time = Mockito.mock(FairTime.class, call -> call.getArgument(0));
    private final List<Object> told = new ArrayList<>();

    @BeforeEach
    void everythingAnswers() throws Exception {
        Mockito.when(history.of(Mockito.any(), Mockito.any())).thenReturn(CallerProfile.stranger(NOW));
        Mockito.when(blockList.match(Mockito.any(), Mockito.any())).thenReturn(Optional.empty());
        Mockito.when(occupancy.free(Mockito.any())).thenReturn(true);
        Mockito.when(journal.screened(Mockito.any())).thenReturn(CompletableFuture.completedFuture(null));
        Mockito.doCallRealMethod().when(journal).write(Mockito.any(), Mockito.any());
    }

    @Test
    void tellsWhenItIsAskedTo() {
        Screening screening = enforcing();
        CallScreened screened = screen(screening);

        Mockito.verify(journal).screened(screened);
        assertThat(told).isEmpty();
        screening.tell(screened);
        assertThat(told).containsExactly(screened);
        assertThat(screened.applied()).isEqualTo(Action.PASS);
        assertThat(screened.appliedBecause()).isEqualTo("enforce");
        assertThat(screened.label()).isEmpty();
    }

    @Test
    void everyCallHasItsOwnTokenAndCase() {
        Screening screening = enforcing();

        CallScreened one = screen(screening);
        CallScreened other = screen(screening);

        assertThat(one.token()).isNotEqualTo(other.token());
        assertThat(one.caseNumber().digits()).hasSize(8);
    }

    @Test
    void observesWithoutRouting() {
        blocked(Origin.MANUAL);

        CallScreened screened = screen(screening("mode", "observe"));

        assertThat(screened.verdict().action()).isEqualTo(Action.DETER);
        assertThat(screened.applied()).isEqualTo(Action.PASS);
        assertThat(screened.appliedBecause()).isEqualTo("observe");
        assertThat(screened.talkThreshold()).isEqualTo(128);
    }

    @Test
    void aProtectedLineHearsQuieterSpeech() {
        Line crisis =
                new Line("12355", "crisis", Profile.PROTECTED, Line.ListenPolicy.SUSPECTS, Line.BlockedPolicy.DETER);

        CallScreened screened = enforcing().screen(aCall().to(crisis).at(NOW)).orElseThrow();

        assertThat(screened.talkThreshold()).isEqualTo(64);
    }

    @Test
    void aKeyLeadsBackToTheQueueUnlessBlockedOrFlaggedByTwo() {
        assertThat(screen(enforcing()).keyLeadsToQueue()).isTrue();

        flagged("PJSIP/1001");
        assertThat(screen(enforcing()).keyLeadsToQueue()).isTrue();

        flagged("PJSIP/1001", "PJSIP/1002");
        assertThat(screen(enforcing()).keyLeadsToQueue()).isFalse();

        Mockito.when(history.of(Mockito.any(), Mockito.any())).thenReturn(CallerProfile.stranger(NOW));
        blocked(Origin.BURST);
        assertThat(screen(enforcing()).keyLeadsToQueue()).isFalse();
    }

    @Test
    void theLabelTellsTheAgentWhatAndWhy() {
        flagged("PJSIP/1001", "PJSIP/1002");

        assertThat(screen(enforcing()).label()).isEqualTo("ABUSIVE-flags-deter").matches("[A-Za-z0-9_-]{1,30}");
    }

    @Test
    void tryingANumberHasNoSideEffect() {
        blocked(Origin.MANUAL);

        Verdict verdict = enforcing().test(aCall().at(NOW));

        assertThat(verdict.action()).isEqualTo(Action.DETER);
        Mockito.verifyNoInteractions(journal);
        assertThat(told).isEmpty();
    }

    @Nested
    class FailsOpen {

        @Test
        void withoutHistoryTheCallerIsAStranger() {
            Mockito.when(history.of(Mockito.any(), Mockito.any())).thenThrow(new IllegalStateException("gone"));
            blocked(Origin.MANUAL);

            assertThat(screen(enforcing()).applied()).isEqualTo(Action.DETER);
            assertThat(failOpens("history")).isEqualTo(1);
        }

        @Test
        void aCallerWithoutHistoryIsNoNewCallerOfAFlood() {
            Traffic traffic = Mockito.mock(Traffic.class);
            Mockito.when(traffic.arrives(Mockito.any(), Mockito.anyBoolean())).thenReturn(Surroundings.CALM);
            Screening screening = watching(traffic);

            screen(screening);
            Mockito.verify(traffic).arrives(Mockito.any(), Mockito.eq(true));

            Mockito.when(history.of(Mockito.any(), Mockito.any())).thenThrow(new IllegalStateException("gone"));
            screen(screening);
            Mockito.verify(traffic).arrives(Mockito.any(), Mockito.eq(false));
        }

        @Test
        void withoutTheListsNoEntryCounts() {
            Mockito.when(blockList.match(Mockito.any(), Mockito.any())).thenThrow(new IllegalStateException("gone"));

            assertThat(screen(enforcing()).applied()).isEqualTo(Action.PASS);
            assertThat(failOpens("blocklist")).isEqualTo(1);
        }

        @Test
        void withoutOccupancyThereIsRoom() {
            Mockito.when(occupancy.free(Mockito.any())).thenThrow(new IllegalStateException("gone"));
            blocked(Origin.MANUAL);

            assertThat(screen(enforcing()).applied()).isEqualTo(Action.DETER);
            assertThat(failOpens("occupancy")).isEqualTo(1);
        }

        @Test
        void aSlowJournalPassesTheCallUnscreened() {
            Mockito.when(journal.screened(Mockito.any())).thenReturn(new CompletableFuture<>());

            assertThat(enforcing().screen(aCall().at(NOW))).isEmpty();
            assertThat(failOpens("journal")).isEqualTo(1);
        }

        @Test
        void aFailingJournalPassesTheCallUnscreened() {
            Mockito.when(journal.screened(Mockito.any()))
                    .thenReturn(CompletableFuture.failedFuture(new IllegalStateException("disk full")));

            assertThat(enforcing().screen(aCall().at(NOW))).isEmpty();
            assertThat(failOpens("journal")).isEqualTo(1);
        }

        @Test
        void aJournalThatThrowsPassesTheCallUnscreened() {
            Mockito.when(journal.screened(Mockito.any())).thenThrow(new IllegalStateException("closed"));

            assertThat(enforcing().screen(aCall().at(NOW))).isEmpty();
            assertThat(failOpens("internal")).isEqualTo(1);
        }

        @Test
        void anInterruptPassesTheCallAndIsKept() {
            Mockito.when(journal.screened(Mockito.any())).thenReturn(new CompletableFuture<>());
            Thread.currentThread().interrupt();

            assertThat(enforcing().screen(aCall().at(NOW))).isEmpty();
            assertThat(Thread.interrupted()).isTrue();
        }

        @Test
        void aListenerThatFailsChangesNothing() {
            Screening screening = screening(
                    event -> {
                        throw new IllegalStateException("listener");
                    },
                    "mode",
                    "enforce");

            screening.tell(screening.screen(aCall().at(NOW)).orElseThrow());
            assertThat(failOpens("event")).isEqualTo(1);
        }

        private double failOpens(String reason) {
            return meters.counter("quell.failopen", "reason", reason).count();
        }
    }

    private CallScreened screen(Screening screening) {
        return screen(screening, aCall().at(NOW));
    }

    private static CallScreened screen(Screening screening, IncomingCall call) {
        return screening.screen(call).orElseThrow();
    }

    private Screening enforcing() {
        return screening("mode", "enforce", "holdout", "0");
    }

    private Screening screening(String... changes) {
        return screening(told::add, changes);
    }

    private Screening watching(Traffic traffic) {
        return screening(told::add, traffic, "mode", "enforce", "holdout", "0");
    }

    @Test
    void whatACallerDidIsJudgedByTheTimeThatIsAgainstNobody() {
        Instant later = NOW.plus(Duration.ofDays(20));
        Mockito.when(time.against(NOW)).thenReturn(later);

        screen(screening("mode", "enforce", "holdout", "0"));

        Mockito.verify(history).of(Mockito.any(), Mockito.eq(later));
    }

    private Screening screening(ScreenedListener listener, String... changes) {
        return screening(listener, Traffic.noop(), changes);
    }

    private Screening screening(ScreenedListener listener, Traffic traffic, String... changes) {
        ScreeningSettings settings = ShippedSettings.of("quell.screening", ScreeningSettings.class, changes);
        ClassifierSettings classifier = ShippedSettings.of("quell.classifier", ClassifierSettings.class);
        return new ScreeningService(
                history,
                blockList,
                new Provided<>(occupancy),
                new Provided<>(traffic),
                new Classifier(
                        Rules.all(classifier, number -> false, number -> false), Catalogue.shipped(), classifier),
                new Enforcement(settings, meters),
                journal,
                new CallSecrets(),
                new FailOpens(meters, clock),
                new Announcer(List.of(listener), new FailOpens(meters, clock), meters),
                settings,
                new Provided<>(time),
                clock);
    }

    private void blocked(Origin origin) {
        ListMatch entry = new ListMatch(
                1,
                ListKind.BLOCK,
                ListPattern.parse("+8613800138000"),
                origin,
                Optional.of(NOW.plus(Duration.ofHours(1))));
        Mockito.when(blockList.match(Mockito.any(), Mockito.any())).thenReturn(Optional.of(entry));
    }

    private void flagged(String... agents) {
        List<PastFlag> flags = new ArrayList<>();
        for (String agent : agents) {
            flags.add(PastFlag.whole(NOW.minus(Duration.ofDays(1)), agent, "abuse"));
        }
        Mockito.when(history.of(Mockito.any(), Mockito.any()))
                .thenReturn(new CallerProfile(List.of(), flags, Set.of(), NOW));
    }

    /** Gives what it is given. */
    private record Provided<T>(T part) implements ObjectProvider<T> {
        @Override
        public T getObject() {
            return part;
        }
    }
}
