package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.jdbc.JdbcFlagStore;
import dev.quell.storage.jdbc.JdbcTrafficLog;
import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.TrafficLog.FlaggedCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log promises to the traffic's watch. */
abstract class TrafficLogContract extends StoreContract {

    private static final Instant FROM = Calls.NOW;
    private static final Instant TO = FROM.plusSeconds(3_600);
    private static final CallerNumber OTHER = new CallerNumber.E164("+8613800138001");

    private CallJournal journal;
    private JdbcTrafficLog log;

    @BeforeEach
    void make() {
        journal = journalOver(database());
        log = new JdbcTrafficLog(database().reader());
    }

    private CallScreened screen(int n, CallerNumber caller, Instant at) {
        CallScreened call =
                Calls.screened(n, Calls.incoming(n, caller, at), Calls.verdict(Action.PASS, CallClass.NORMAL));
        journal.screened(call).join();
        return call;
    }

    private CallConcluded end(CallScreened call, CallOutcome outcome) {
        CallConcluded concluded = Calls.concluded(call, outcome);
        journal.concluded(concluded).join();
        return concluded;
    }

    private List<ConcludedCall> calls() {
        List<ConcludedCall> calls = new ArrayList<>();
        log.calls(FROM, TO, calls::add);
        return calls;
    }

    private List<FlaggedCall> flags() {
        List<FlaggedCall> flags = new ArrayList<>();
        log.flags(FROM, TO, flags::add);
        return flags;
    }

    private Flag flag(int call, Instant at) {
        return new JdbcFlagStore(database())
                .add(new Flag(0, Calls.id(call), OTHER, "PJSIP/1001", FlagReason.ABUSE, "", at, Optional.empty()));
    }

    @Test
    void endedCallsComeOldestFirstWithWhatTheirCallersDid() {
        CallScreened later = screen(1, Calls.CALLER, FROM.plusSeconds(2));
        CallScreened earlier = screen(2, OTHER, FROM);
        CallConcluded first = end(earlier, CallOutcome.SILENT);
        end(later, CallOutcome.SPOKE);
        screen(3, OTHER, FROM.plusSeconds(1));

        assertThat(calls()).hasSize(2);
        assertThat(calls().getFirst())
                .isEqualTo(new ConcludedCall(
                        OTHER,
                        earlier.call().trunk(),
                        earlier.call().line().number(),
                        FROM,
                        CallOutcome.SILENT,
                        first.ended().answered(),
                        first.ended().side(),
                        first.ended().endedAt()));
        assertThat(calls().getLast().outcome()).isEqualTo(CallOutcome.SPOKE);
    }

    @Test
    void aPeriodTakesItsStartInAndLeavesItsEndOut() {
        int n = 0;
        for (Instant at : List.of(FROM.minusMillis(1), FROM, TO.minusMillis(1), TO)) {
            end(screen(++n, Calls.CALLER, at), CallOutcome.SPOKE);
            flag(n, at);
        }

        assertThat(calls()).extracting(ConcludedCall::arrivedAt).containsExactly(FROM, TO.minusMillis(1));
        assertThat(flags()).extracting(FlaggedCall::at).containsExactly(FROM, TO.minusMillis(1));
    }

    @Test
    void standingFlagsComeWithTheTrunkOfTheirCall() {
        CallScreened call = screen(1, OTHER, FROM);
        flag(1, FROM.plusSeconds(1));
        flag(99, FROM.plusSeconds(2));
        Flag undone = flag(1, FROM.plusSeconds(3));
        flag(98, FROM.plusSeconds(4));

        assertThat(flags())
                .startsWith(
                        new FlaggedCall(OTHER, call.call().trunk(), FROM.plusSeconds(1)),
                        new FlaggedCall(OTHER, "unknown", FROM.plusSeconds(2)));
        new JdbcFlagStore(database()).undo(undone.id(), "PJSIP/1001", FROM.plusSeconds(9));
        assertThat(flags()).extracting(FlaggedCall::at).containsExactly(FROM.plusSeconds(2), FROM.plusSeconds(4));
    }
}
