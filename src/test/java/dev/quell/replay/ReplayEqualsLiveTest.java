package dev.quell.replay;

import static dev.quell.testing.CallBuilder.aCall;
import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListQuery;
import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.IncomingCall;
import dev.quell.call.TalkReport;
import dev.quell.classifier.Action;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags;
import dev.quell.history.KnownAs;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallScreened;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.CallCentre;
import dev.quell.testing.EndBuilder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same calls through live screening and through a replay: the same verdicts, outcomes and blocks, call by call. */
class ReplayEqualsLiveTest {

    private static final int CALLS = 600;
    private static final CallerNumber CUSTOMER = new CallerNumber.E164("+8613900000001");

    private final CallCentre centre = CallCentre.open();
    private final Replay replay = Replay.of(ReplaySettings.shipped());
    private final Set<Action> seen = EnumSet.noneOf(Action.class);

    @AfterEach
    void close() {
        centre.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void verdictsOutcomesAndBlocksAreTheSame(long seed) {
        Random chance = new Random(seed);
        centre.calls().know(CUSTOMER);
        replay.know(CUSTOMER, KnownAs.CUSTOMER);
        for (int i = 0; i < CALLS; i++) {
            oneCall(chance);
            centre.clock().advance(Duration.ofSeconds(chance.nextInt(1, 300)));
        }
        assertThat(seen).as("seed %d", seed).contains(Action.PASS, Action.DETER);
    }

    private void oneCall(Random chance) {
        CallScreened live = centre.screens(call(chance));
        Decided decided = replay.arrives(live.call());

        assertThat(replay.now()).isEqualTo(live.call().arrivedAt());
        assertThat(decided.verdict()).isEqualTo(live.verdict());
        assertThat(decided.applied()).isEqualTo(live.applied());
        seen.add(decided.applied());
        if (chance.nextInt(8) == 0) {
            flag(live.call(), "PJSIP/100" + chance.nextInt(3));
        }
        ends(chance, live);
        assertThat(replay.blocks()).isEqualTo(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 1000)));
    }

    private static CallBuilder call(Random chance) {
        int who = chance.nextInt(12);
        CallBuilder call = aCall().from(who == 0 ? new CallerNumber.Withheld() : number(who))
                .with("Phone/" + (who < 4 ? who : 9));
        return who == 5 ? call.attested(Attestation.A) : call;
    }

    private static CallerNumber number(int who) {
        return new CallerNumber.E164(String.format(Locale.ROOT, "+86139%08d", who == 1 ? 1 : who * 1000));
    }

    private void flag(IncomingCall call, String agent) {
        Flags flags = centre.flags();
        flags.flag(call.id(), call.caller(), agent, FlagReason.ABUSE, "");
        replay.flag(call.id(), agent, FlagReason.ABUSE);
        if (agent.endsWith("2")) {
            flags.undoLast(agent);
            replay.undo(call.id(), agent);
        }
    }

    private void ends(Random chance, CallScreened live) {
        CallId id = live.call().id();
        if (chance.nextInt(40) == 0) {
            CallScreened same = centre.talks(aCall().from(live.call().caller()), 70);
            Decided talking = replay.arrives(same.call());
            assertThat(talking.verdict()).isEqualTo(same.verdict());
            replay.ends(
                    same.call().id(),
                    anEnd().withAgent(70).of(same).at(centre.clock().instant()),
                    new TalkReport(true, Duration.ofSeconds(9), Duration.ofSeconds(3), Duration.ZERO),
                    Set.of());
        }
        EndBuilder end = end(chance, live.applied());
        TalkReport heard = centre.heard();
        CallConcluded concluded = centre.ends(live, end);
        Concluded again = replay.ends(id, end.of(live).at(centre.clock().instant()), heard, Set.of());

        assertThat(again.outcome()).isEqualTo(concluded.outcome());
        assertThat(again.because()).isEqualTo(concluded.because());
    }

    private static EndBuilder end(Random chance, Action applied) {
        return switch (applied) {
            case LISTEN -> anEnd().way(chance.nextBoolean() ? "LISTEN-RELEASE" : "LISTEN-RESCUED_KEY-QUEUE");
            case CHALLENGE -> anEnd().way("CHALLENGE-PASSED-QUEUE");
            case DETER -> anEnd().way("DETER-TIMEOUT").noAgent().noQueue();
            case REJECT -> anEnd().way("REJECT").answered(0).noAgent().noQueue();
            case PASS, TAG ->
                switch (chance.nextInt(4)) {
                    case 0 -> anEnd().packets(0);
                    case 1 -> anEnd().withAgent(3).by(HangupSide.CALLER);
                    default -> anEnd();
                };
        };
    }
}
