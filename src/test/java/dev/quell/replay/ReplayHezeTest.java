package dev.quell.replay;

import static dev.quell.testing.CallBuilder.aCall;
import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListMatch;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Action;
import dev.quell.flag.FlagReason;
import dev.quell.history.KnownAs;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.EndBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Heze's 16 silent calls in 30 minutes, replayed: what live screening does with them. */
class ReplayHezeTest {

    private static final CallerNumber CALLER = new CallerNumber.E164("+8615853012345");
    private static final TalkReport QUIET = new TalkReport(true, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    private static final Duration EVERY = Duration.ofSeconds(100);

    private final Replay replay = Replay.of(ReplaySettings.shipped());
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private int serial;

    @Test
    void listensFromTheFourthCallAndBlocksFromTheSixth() {
        othersCall(40);

        List<Decided> calls = sixteenSilent();

        assertThat(applied(calls.subList(0, 3))).doesNotContain(Action.LISTEN, Action.DETER, Action.CHALLENGE);
        assertThat(applied(calls.subList(3, 5))).containsOnly(Action.LISTEN);
        assertThat(applied(calls.subList(5, 16))).containsOnly(Action.DETER);
        assertThat(calls.get(5).verdict().cause()).isEqualTo("block-list");
        assertThat(calls.get(5).entry()).get().extracting(ListMatch::origin).isEqualTo(Origin.BURST);
    }

    @Test
    void theFifthCallsEndMakesTheBlockAndAnHourEndsIt() {
        othersCall(40);
        for (int i = 0; i < 4; i++) {
            assertThat(silent().block()).isEmpty();
        }

        ListEntry block = silent().block().orElseThrow();

        assertThat(replay.blocks()).containsExactly(block);
        assertThat(block.expiresAt()).contains(block.createdAt().plus(Duration.ofHours(1)));
        replay.advance(block.expiresAt().orElseThrow().minusMillis(1));
        assertThat(replay.blocks()).hasSize(1);
        replay.advance(block.expiresAt().orElseThrow());
        assertThat(replay.blocks()).isEmpty();
    }

    @Test
    void aKnownCustomersNumberIsListenedToAndNeverBlocked() {
        othersCall(40);
        replay.know(CALLER, KnownAs.CUSTOMER);

        List<Decided> calls = sixteenSilent();

        assertThat(applied(calls.subList(3, 16))).containsOnly(Action.LISTEN);
        assertThat(replay.blocks()).isEmpty();
    }

    @Test
    void anUnknownTrunkBlocksNobody() {
        sixteenSilent();

        assertThat(replay.blocks()).isEmpty();
    }

    @Test
    void recordedOutcomesLeadTheSameWay() {
        othersCall(40);
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Decided decided = arrives(heze());
            actions.add(decided.applied());
            replay.ends(
                    decided.call().id(),
                    new RecordedEnding(
                            CallOutcome.SILENT,
                            Duration.ofSeconds(20),
                            Duration.ofSeconds(20),
                            HangupSide.OTHER,
                            Set.of()));
            now = now.plus(EVERY);
        }

        assertThat(actions.subList(3, 5)).containsOnly(Action.LISTEN);
        assertThat(actions.subList(5, 16)).containsOnly(Action.DETER);
    }

    @Test
    void flagsOfTwoAgentsDeterUntilOneIsTakenBack() {
        Decided first = arrives(heze());
        replay.flag(first.call().id(), "PJSIP/1001", FlagReason.ABUSE);
        Decided second = arrives(heze());
        assertThat(second.applied()).isEqualTo(Action.PASS);
        replay.flag(second.call().id(), "PJSIP/1002", FlagReason.PRANK);

        assertThat(arrives(heze()).applied()).isEqualTo(Action.DETER);

        replay.undo(second.call().id(), "PJSIP/1002");
        assertThat(arrives(heze()).applied()).isEqualTo(Action.PASS);
    }

    @Test
    void aCallEndsOnceAndOnlyAfterItArrived() {
        CallId id = arrives(heze()).call().id();
        RecordedEnding ending =
                new RecordedEnding(CallOutcome.SPOKE, Duration.ZERO, Duration.ZERO, HangupSide.CALLER, Set.of());
        replay.ends(id, ending);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay.ends(id, ending))
                .withMessageContaining(id.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replay.flag(new CallId("pbx", "never"), "PJSIP/1001", FlagReason.ABUSE));
    }

    @Test
    void theClockNeverGoesBack() {
        arrives(heze());
        Instant first = replay.now();
        replay.arrives(heze().at(first.minusSeconds(60)));

        assertThat(replay.now()).isEqualTo(first);
    }

    private static CallBuilder heze() {
        return aCall().from(CALLER).with("Heze/1.0");
    }

    private Decided arrives(CallBuilder call) {
        return replay.arrives(call.at(now));
    }

    private void othersCall(int times) {
        for (int i = 0; i < times; i++) {
            arrives(aCall().from("+86139" + (10_000_000 + 1_000 * serial++)).with("Other/1.0"));
        }
    }

    private List<Decided> sixteenSilent() {
        List<Decided> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(arrives(heze()));
            ends(calls.getLast());
        }
        return calls;
    }

    private Concluded silent() {
        return ends(arrives(heze()));
    }

    private Concluded ends(Decided decided) {
        IncomingCall call = decided.call();
        EndBuilder end = decided.applied() == Action.LISTEN
                ? anEnd().way("LISTEN-RELEASE").noAgent().noQueue()
                : anEnd();
        Concluded concluded = replay.ends(call.id(), end.id(call.id()).at(now.plusSeconds(20)), QUIET, Set.of());
        now = now.plus(EVERY);
        return concluded;
    }

    private static List<Action> applied(List<Decided> calls) {
        return calls.stream().map(Decided::applied).toList();
    }
}
