package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.flag.FlagStore;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.history.CallerProfile;
import dev.quell.history.KnownAs;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.jdbc.JdbcFlagStore;
import dev.quell.storage.jdbc.JdbcPastCalls;
import dev.quell.storage.jdbc.JdbcStoredPages;
import dev.quell.storage.memory.CachedCallJournal;
import dev.quell.storage.memory.CachedCallerHistory;
import dev.quell.storage.memory.PastCalls;
import dev.quell.storage.memory.Standing;
import dev.quell.storage.memory.TellingFlagStore;
import dev.quell.storage.memory.filter.FilteredPastCalls;
import dev.quell.storage.memory.filter.StoredCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller's history promises: from the database and from memory it is the same. */
abstract class CallerHistoryContract extends StoreContract {

    private static final Instant NOW = Calls.NOW;
    private static final Duration DAYS_7 = Duration.ofDays(7);

    private CachedCallerHistory history;
    private CallJournal journal;
    private FlagStore flags;

    @BeforeEach
    void make() {
        history = fresh(Duration.ofDays(180));
        journal = new CachedCallJournal(journalOver(database()), history);
        flags = new TellingFlagStore(new JdbcFlagStore(database()), history);
    }

    private CachedCallerHistory fresh(Duration retention) {
        return new CachedCallerHistory(pastCalls(), Standing.none(), retention, DAYS_7, 1 << 20);
    }

    /** What a load reads. */
    PastCalls pastCalls() {
        return new JdbcPastCalls(database().reader());
    }

    /** The profile that memory gives, after making sure that a fresh load gives the same. */
    private CallerProfile profile(CallerNumber caller, Instant asOf) {
        CallerProfile warm = history.of(caller, asOf);
        assertThat(fresh(Duration.ofDays(180)).of(caller, asOf)).isEqualTo(warm);
        return warm;
    }

    private CallScreened screen(int n, CallerNumber caller, Instant at) {
        CallScreened call =
                Calls.screened(n, Calls.incoming(n, caller, at), Calls.verdict(Action.DETER, CallClass.SILENT));
        journal.screened(call).join();
        return call;
    }

    private Flag flag(int call, String agent, Instant at) {
        return flags.add(new Flag(0, Calls.id(call), Calls.CALLER, agent, FlagReason.ABUSE, "", at, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void callIsThereOnceItWasScreened(boolean warm) {
        if (warm) {
            history.of(Calls.CALLER, NOW);
        }
        screen(1, Calls.CALLER, NOW);

        assertThat(profile(Calls.CALLER, NOW).calls())
                .containsExactly(new PastCall(
                        Calls.id(1),
                        NOW,
                        "12345",
                        Profile.STANDARD,
                        "sip-provider",
                        "198.51.100.7|Dialler/2.1|alaw",
                        Attestation.B,
                        Duration.ZERO,
                        Duration.ZERO,
                        HangupSide.UNKNOWN,
                        CallOutcome.UNKNOWN,
                        Set.of()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endedCallHasItsOutcome(boolean warm) {
        if (warm) {
            history.of(Calls.CALLER, NOW);
        }
        CallScreened screened = screen(1, Calls.CALLER, NOW);
        journal.concluded(Calls.concluded(screened, CallOutcome.SILENT)).join();

        CallerProfile profile = profile(Calls.CALLER, NOW.plusSeconds(60));

        assertThat(profile.calls())
                .containsExactly(new PastCall(
                        Calls.id(1),
                        NOW,
                        "12345",
                        Profile.STANDARD,
                        "sip-provider",
                        "198.51.100.7|Dialler/2.1|alaw",
                        Attestation.B,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(41),
                        HangupSide.CALLER,
                        CallOutcome.SILENT,
                        Set.of(Conduct.HARDLY_SPOKE)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void unscreenedCallCountsAsOfAProtectedLine(boolean warm) {
        if (warm) {
            history.of(Calls.CALLER, NOW);
        }
        journal.concluded(Calls.unscreened(1, Calls.CALLER, NOW)).join();

        assertThat(profile(Calls.CALLER, NOW).calls()).singleElement().satisfies(call -> {
            assertThat(call.profile()).isEqualTo(Profile.PROTECTED);
            assertThat(call.arrivedAt()).isEqualTo(NOW.minusSeconds(41));
            assertThat(call.fingerprint()).isEqualTo("||");
        });
    }

    @Test
    void endToldWithoutItsTokenBelongsToTheScreenedCall() {
        history.of(Calls.CALLER, NOW);
        screen(1, Calls.CALLER, NOW);
        journal.concluded(Calls.unscreened(1, Calls.CALLER, NOW.plusSeconds(60)))
                .join();

        assertThat(profile(Calls.CALLER, NOW.plusSeconds(60)).calls())
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.profile()).isEqualTo(Profile.STANDARD);
                    assertThat(call.arrivedAt()).isEqualTo(NOW);
                    assertThat(call.answered()).isEqualTo(Duration.ofSeconds(41));
                });
    }

    @Test
    void newestFiveHundredCallsAreRemembered() {
        history.of(Calls.CALLER, NOW);
        for (int n = 1; n <= CallerProfile.MAX_CALLS + 1; n++) {
            screen(n, Calls.CALLER, NOW.plusMillis(n));
        }

        CallerProfile profile = profile(Calls.CALLER, NOW.plusSeconds(60));

        assertThat(profile.calls()).hasSize(CallerProfile.MAX_CALLS);
        assertThat(profile.calls().getFirst().id()).isEqualTo(Calls.id(2));
        assertThat(profile.calls().getLast().id()).isEqualTo(Calls.id(CallerProfile.MAX_CALLS + 1));
    }

    @Test
    void callsAreRememberedFor180Days() {
        screen(1, Calls.CALLER, NOW);
        Duration memory = Duration.ofDays(180);

        assertThat(profile(Calls.CALLER, NOW.plus(memory)).calls()).hasSize(1);
        assertThat(profile(Calls.CALLER, NOW.plus(memory).plusMillis(1)).calls())
                .isEmpty();
    }

    @Test
    void callsAreNotRememberedLongerThanTheyAreKept() {
        screen(1, Calls.CALLER, NOW);
        CachedCallerHistory shorter = fresh(Duration.ofDays(30));

        assertThat(shorter.of(Calls.CALLER, NOW.plus(Duration.ofDays(30))).calls())
                .hasSize(1);
        assertThat(shorter.of(Calls.CALLER, NOW.plus(Duration.ofDays(30)).plusMillis(1))
                        .calls())
                .isEmpty();
    }

    @Test
    void laterCallsAreNotYetKnown() {
        screen(1, Calls.CALLER, NOW.plusMillis(1));

        assertThat(profile(Calls.CALLER, NOW).calls()).isEmpty();
        assertThat(profile(Calls.CALLER, NOW.plusMillis(1)).calls()).hasSize(1);
    }

    @Test
    void othersCallsAreNotAmongThem() {
        screen(1, new CallerNumber.E164("+8613800138001"), NOW);

        assertThat(profile(Calls.CALLER, NOW)).isEqualTo(CallerProfile.stranger(NOW));
    }

    @Test
    void numberThatIdentifiesNobodyIsAlwaysAStranger() {
        screen(1, new CallerNumber.Withheld(), NOW);
        screen(2, new CallerNumber.Invalid("00000000000"), NOW);

        assertThat(profile(new CallerNumber.Withheld(), NOW)).isEqualTo(CallerProfile.stranger(NOW));
        assertThat(profile(new CallerNumber.Invalid("00000000000"), NOW)).isEqualTo(CallerProfile.stranger(NOW));
    }

    @Test
    void flagIsThereUntilItIsTakenBack() {
        history.of(Calls.CALLER, NOW);
        Flag raised = flag(1, "PJSIP/1001", NOW);

        assertThat(profile(Calls.CALLER, NOW).flags()).containsExactly(PastFlag.whole(NOW, "PJSIP/1001", "abuse"));

        flags.undo(raised.id(), "supervisor", NOW.plusSeconds(1));

        assertThat(profile(Calls.CALLER, NOW.plusSeconds(1)).flags()).isEmpty();
    }

    @Test
    void whoeverHasACallOrAFlagIsNamedOnce() {
        screen(1, Calls.CALLER, NOW);
        screen(2, Calls.CALLER, NOW.plusSeconds(1));
        journal.concluded(Calls.unscreened(3, new CallerNumber.Internal("0815"), NOW))
                .join();
        screen(4, new CallerNumber.Withheld(), NOW);
        Flag raised = flag(1, "PJSIP/1001", NOW);
        flags.undo(raised.id(), "supervisor", NOW.plusSeconds(1));
        JdbcStoredPages pages = new JdbcStoredPages(database().reader());
        List<String> called = new ArrayList<>();
        List<String> flagged = new ArrayList<>();
        pages.callers(called::add);
        pages.flagged(flagged::add);

        assertThat(called).containsExactlyInAnyOrder(Calls.CALLER.key(), "i:0815", "withheld");
        assertThat(flagged).containsExactly(Calls.CALLER.key());
    }

    @Test
    void filteredDatabaseHasTheSameHistory() {
        StoredCallers inDatabase = new StoredCallers();
        PastCalls stored = new JdbcPastCalls(database().reader());
        CachedCallerHistory filtered = new CachedCallerHistory(
                new FilteredPastCalls(stored, inDatabase),
                inDatabase,
                Standing.none(),
                Duration.ofDays(180),
                DAYS_7,
                1 << 20);
        screen(1, Calls.CALLER, NOW);
        flag(1, "PJSIP/1001", NOW);
        inDatabase.fill(new JdbcStoredPages(database().reader()), () -> true);

        assertThat(filtered.of(Calls.CALLER, NOW)).isEqualTo(profile(Calls.CALLER, NOW));
        assertThat(filtered.of(new CallerNumber.E164("+8613800138009"), NOW)).isEqualTo(CallerProfile.stranger(NOW));
        assertThat(inDatabase.spared()).isEqualTo(1);
    }

    @Test
    void agentsFlagsCountOnceInSevenDays() {
        flag(1, "PJSIP/1001", NOW);
        flag(2, "PJSIP/1001", NOW.plus(DAYS_7).minusMillis(1));
        flag(3, "PJSIP/1001", NOW.plus(DAYS_7));
        flag(4, "PJSIP/1002", NOW.plusSeconds(1));

        assertThat(profile(Calls.CALLER, NOW.plus(DAYS_7)).flags())
                .containsExactly(
                        PastFlag.whole(NOW, "PJSIP/1001", "abuse"),
                        PastFlag.whole(NOW.plusSeconds(1), "PJSIP/1002", "abuse"),
                        PastFlag.whole(NOW.plus(DAYS_7), "PJSIP/1001", "abuse"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void standingIsAskedEachTime(boolean warm) {
        FlagLedger ledger = new FlagLedger();
        Set<KnownAs> known = EnumSet.noneOf(KnownAs.class);
        CachedCallerHistory asking = new CachedCallerHistory(
                new JdbcPastCalls(database().reader()),
                new Standing() {
                    @Override
                    public Set<KnownAs> known(CallerNumber caller, Instant at) {
                        return caller.equals(Calls.CALLER) ? known : Set.of();
                    }

                    @Override
                    public double trust(String agent) {
                        return ledger.weight(agent);
                    }
                },
                Duration.ofDays(180),
                DAYS_7,
                1 << 20);
        screen(1, Calls.CALLER, NOW);
        flag(1, "PJSIP/1001", NOW);
        if (warm) {
            assertThat(asking.of(Calls.CALLER, NOW).known()).isEmpty();
            assertThat(asking.of(Calls.CALLER, NOW).flags())
                    .containsExactly(PastFlag.whole(NOW, "PJSIP/1001", "abuse"));
        }
        known.add(KnownAs.CUSTOMER);
        ledger.flagged(Calls.CALLER, Calls.id(1), "PJSIP/1001", NOW);
        ledger.refuted(Calls.CALLER, "PJSIP/1001");

        assertThat(asking.of(Calls.CALLER, NOW).known()).containsExactly(KnownAs.CUSTOMER);
        assertThat(asking.of(Calls.CALLER, NOW).flags())
                .containsExactly(new PastFlag(NOW, "PJSIP/1001", "abuse", ledger.weight("PJSIP/1001")));
        assertThat(ledger.weight("PJSIP/1001")).isLessThan(1);
        assertThat(asking.of(new CallerNumber.E164("+8613800138009"), NOW).known())
                .isEmpty();
    }
}
