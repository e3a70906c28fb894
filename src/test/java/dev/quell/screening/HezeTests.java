package dev.quell.screening;

import static dev.quell.testing.CallBuilder.aCall;
import static dev.quell.testing.EndBuilder.anEnd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.call.Attestation;
import dev.quell.call.CallerNumber;
import dev.quell.call.Line;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.flag.FlagReason;
import dev.quell.flag.Flags.Destination;
import dev.quell.testing.CallBuilder;
import dev.quell.testing.CallCentre;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Heze's emergency line: one number, 16 silent calls in 30 minutes, over one trunk with one fingerprint; and who must not suffer from the cure. */
class HezeTests {

    private static final CallerNumber CALLER = new CallerNumber.E164("+8615853012345");
    private static final Duration EVERY = Duration.ofSeconds(100);

    private final CallCentre centre = CallCentre.open();
    private int serial;

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void listensFromTheFourthCallAndBlocksFromTheSixth() {
        othersCall(40, "Other/1.0");

        List<CallScreened> calls = sixteenSilent(HezeTests::heze);

        assertThat(actions(calls.subList(0, 3))).doesNotContain(Action.LISTEN, Action.DETER, Action.CHALLENGE);
        assertThat(actions(calls.subList(3, 5))).containsOnly(Action.LISTEN);
        assertThat(calls.subList(3, 5)).allMatch(call -> call.verdict().cause().equals("burst-listen"));
        assertThat(actions(calls.subList(5, 16))).containsOnly(Action.DETER);
        assertThat(calls.subList(5, 16)).allMatch(call -> call.verdict().cause().equals("block-list"));
        assertThat(calls.get(5).keyLeadsToQueue()).isFalse();
    }

    @Test
    void theBlockLastsOneHourAndNoLonger() {
        othersCall(40, "Other/1.0");
        sixteenSilent(HezeTests::heze);

        ListEntry block = onlyBlock();

        assertThat(block.origin()).isEqualTo(Origin.BURST);
        assertThat(block.reason()).isEqualTo("5 silent calls in 30 min");
        assertThat(block.step()).isZero();
        assertThat(block.expiresAt()).contains(block.createdAt().plus(Duration.ofHours(1)));
        centre.clock().advance(Duration.ofHours(1));
        assertThat(centre.screens(heze()).applied()).isNotEqualTo(Action.DETER);
    }

    @Test
    void aKnownCustomersNumberIsListenedToAndNeverBlocked() {
        othersCall(40, "Other/1.0");
        centre.calls().know(CALLER);

        List<CallScreened> calls = sixteenSilent(HezeTests::heze);

        assertThat(actions(calls.subList(0, 3))).containsOnly(Action.PASS);
        assertThat(actions(calls.subList(3, 16))).containsOnly(Action.LISTEN);
        assertThat(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100))).isEmpty();
    }

    @Test
    void aFingerprintThatManyOthersHaveIdentifiesNobody() {
        othersCall(32, "Other/1.0");
        othersCall(8, "Heze/1.0");

        List<CallScreened> calls = sixteenSilent(HezeTests::heze);

        assertThat(actions(calls.subList(3, 16))).containsOnly(Action.LISTEN);
        assertThat(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100))).isEmpty();
    }

    @Test
    void aFingerprintThatFewOthersHaveIdentifies() {
        othersCall(33, "Other/1.0");
        othersCall(7, "Heze/1.0");

        sixteenSilent(HezeTests::heze);

        assertThat(onlyBlock().pattern().text()).isEqualTo(CALLER.key());
    }

    @Test
    void onATrunkThatIsHardlyKnownNobodyIsBlocked() {
        othersCall(19, "Other/1.0");

        List<CallScreened> calls = sixteenSilent(HezeTests::heze);

        assertThat(actions(calls.subList(3, 16))).containsOnly(Action.LISTEN);
    }

    @Test
    void fullAttestationIdentifiesWhateverTheFingerprint() {
        List<CallScreened> calls = sixteenSilent(() -> heze().attested(Attestation.A));

        assertThat(actions(calls.subList(5, 16))).containsOnly(Action.DETER);
    }

    @Test
    void callsToAProtectedLineAreListenedToAndBlockNobody() {
        othersCall(40, "Other/1.0");
        Line crisis =
                new Line("12355", "crisis", Profile.PROTECTED, Line.ListenPolicy.SUSPECTS, Line.BlockedPolicy.DETER);

        List<CallScreened> calls =
                sixteenSilent(() -> heze().attested(Attestation.A).to(crisis));

        assertThat(actions(calls.subList(3, 16))).containsOnly(Action.LISTEN);
        assertThat(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100))).isEmpty();
    }

    @Test
    void oneGoodTalkLiftsTheBlock() {
        othersCall(40, "Other/1.0");
        sixteenSilent(HezeTests::heze);
        CallScreened call = centre.screens(heze());

        centre.ends(call, anEnd().way("PASS-QUEUE").withAgent(59));
        assertThat(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100))).hasSize(1);
        centre.talks(heze(), 60);

        assertThat(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100))).isEmpty();
    }

    @Test
    void aTrunkFaultBlocksAndListensToNobody() {
        for (int i = 0; i < 16; i++) {
            CallScreened call = centre.screens(heze());
            assertThat(call.applied()).isEqualTo(Action.PASS);
            centre.ends(call, anEnd().packets(0));
            centre.clock().advance(EVERY);
        }
        assertThat(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100))).isEmpty();
    }

    @Test
    void afterFlagsByTwoAgentsTheThirdCallIsDeterred() {
        CallScreened first = centre.talks(heze(), 20);
        assertThat(centre.flags().flag(first.call().id(), CALLER, "PJSIP/1001", FlagReason.ABUSE, ""))
                .isEqualTo(Destination.DETER);
        CallScreened second = centre.talks(heze(), 20);
        assertThat(second.applied()).isEqualTo(Action.PASS);
        centre.flags().flag(second.call().id(), CALLER, "PJSIP/1002", FlagReason.PRANK, "");

        CallScreened third = centre.screens(heze());

        assertThat(third.applied()).isEqualTo(Action.DETER);
        assertThat(third.verdict().cause()).isEqualTo("flags-deter");
        assertThat(third.keyLeadsToQueue()).isFalse();
        assertThat(centre.flags().undoLast("PJSIP/1002")).isPresent();
        assertThat(centre.screens(heze()).applied()).isEqualTo(Action.PASS);
    }

    @Test
    void theAllowListWins() {
        othersCall(40, "Other/1.0");
        centre.lists()
                .add(ListKind.ALLOW, new ListPattern.Exact(CALLER), "our own test phone", Optional.empty(), "chen");

        List<CallScreened> calls = sixteenSilent(HezeTests::heze);

        assertThat(actions(calls)).containsOnly(Action.PASS);
        assertThat(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100))).isEmpty();
    }

    @Test
    void withheldCallersPassHoweverManyWereSilent() {
        List<CallScreened> calls = sixteenSilent(() -> heze().from(new CallerNumber.Withheld()));

        assertThat(actions(calls)).containsOnly(Action.PASS);
        assertThat(centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100))).isEmpty();
    }

    @Test
    void aFirstCallerIsNeverListenedTo() {
        assertThat(centre.screens(heze()).applied()).isEqualTo(Action.PASS);
    }

    private static CallBuilder heze() {
        return aCall().from(CALLER).with("Heze/1.0");
    }

    private List<CallScreened> sixteenSilent(Supplier<CallBuilder> call) {
        List<CallScreened> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(centre.silent(call.get()));
            centre.clock().advance(EVERY.minusSeconds(20));
        }
        return calls;
    }

    private void othersCall(int times, String userAgent) {
        Collections.nCopies(times, userAgent)
                .forEach(agent -> centre.screens(
                        aCall().from("+86139" + (10_000_000 + serial++)).with(agent)));
    }

    private static List<Action> actions(List<CallScreened> calls) {
        return calls.stream().map(CallScreened::applied).toList();
    }

    private ListEntry onlyBlock() {
        List<ListEntry> blocks = centre.lists().page(ListQuery.newest(ListKind.BLOCK, 100));
        assertThat(blocks).hasSize(1);
        return blocks.getFirst();
    }
}
