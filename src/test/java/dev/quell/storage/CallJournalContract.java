package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.Conduct;
import dev.quell.call.HangupSide;
import dev.quell.call.WayStep;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.whatif.Circumstances;
import dev.quell.screening.CallConcluded;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcCallLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the journal promises. */
abstract class CallJournalContract extends StoreContract {

    private CallJournal journal;
    private CallLog log;

    /** What is tested. */
    CallJournal journal(Database database) {
        return journalOver(database);
    }

    /** Questions that see what was written before. */
    JdbcClient reads(Database database) {
        return database.reader();
    }

    @BeforeEach
    void make() {
        journal = journal(database());
        log = new JdbcCallLog(reads(database()));
    }

    @Test
    void verdictIsFoundByTokenAsItWasWritten() {
        CallScreened written = Calls.screened(1);

        journal.screened(written).join();

        assertThat(journal.find(Calls.token(1))).contains(written);
    }

    @Test
    void verdictFoundByIdHasATokenThatMatchesNone() {
        CallScreened written = Calls.screened(1);
        journal.screened(written).join();

        CallScreened found = journal.find(Calls.id(1)).orElseThrow();

        assertThat(found.token()).isNotEqualTo(written.token());
        assertThat(journal.find(found.token())).isEmpty();
        assertThat(found).usingRecursiveComparison().ignoringFields("token").isEqualTo(written);
    }

    @Test
    void absentPartsComeBackAbsent() {
        CallScreened written = Calls.screened(
                1, Calls.incoming(1, new CallerNumber.Withheld(), Calls.NOW, ""), Verdict.pass("score", "1"));

        journal.screened(written).join();

        assertThat(journal.find(Calls.token(1))).contains(written);
    }

    @Test
    void tokenIsNotInTheDatabase() {
        journal.screened(Calls.screened(1)).join();

        List<String> values = reads(database())
                .sql("select * from calls")
                .query((row, number) -> {
                    StringBuilder all = new StringBuilder();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        all.append(row.getString(column)).append('\n');
                    }
                    return all.toString();
                })
                .list();

        assertThat(values).hasSize(1);
        assertThat(values.getFirst()).doesNotContain(Calls.token(1).value()).contains("SILENT_STREAK");
    }

    @Test
    void rehearsedCallLeavesNothing() {
        journal.screened(Calls.screened(1)).join();

        journal.rehearse(Calls.screened(2)).join();

        assertThat(journal.find(Calls.id(2))).isEmpty();
        assertThat(journal.find(Calls.id(1))).isPresent();
    }

    @Test
    void unknownCallIsNotFound() {
        journal.screened(Calls.screened(1)).join();

        assertThat(journal.find(Calls.id(2))).isEmpty();
        assertThat(journal.find(Calls.token(2))).isEmpty();
    }

    @Test
    void endJoinsTheVerdictsRow() {
        CallScreened screened = Calls.screened(1);
        journal.screened(screened).join();

        assertThat(journal.concluded(Calls.concluded(screened, CallOutcome.SILENT))
                        .join())
                .isTrue();

        LoggedCall call = log.find(Calls.id(1)).orElseThrow();
        assertThat(call)
                .isEqualTo(new LoggedCall(
                        Calls.id(1),
                        Calls.NOW,
                        Calls.CALLER,
                        "张三",
                        "12345",
                        "standard",
                        "sip-provider",
                        "B",
                        "198.51.100.7|Dialler/2.1|alaw",
                        Optional.of(Calls.verdict(Action.DETER, CallClass.SILENT)),
                        Action.DETER,
                        "enforce",
                        "00000001",
                        Optional.of(Calls.NOW.plusSeconds(60)),
                        List.of(WayStep.LISTEN, WayStep.RELEASE),
                        Duration.ofSeconds(41),
                        Optional.of(Duration.ofSeconds(20)),
                        HangupSide.CALLER,
                        OptionalLong.of(2050),
                        "support",
                        "PJSIP/1001",
                        CallOutcome.SILENT,
                        "no speech in 20 s with an agent",
                        Set.of(Conduct.HARDLY_SPOKE),
                        Optional.of(Calls.hindsight()),
                        Optional.of(Circumstances.of(screened.call().line()))));
    }

    @Test
    void secondTellingOfAnEndChangesNothing() {
        CallScreened screened = Calls.screened(1);
        journal.screened(screened).join();
        journal.concluded(Calls.concluded(screened, CallOutcome.SILENT)).join();

        assertThat(journal.concluded(Calls.concluded(screened, CallOutcome.GOOD_TALK))
                        .join())
                .isFalse();

        assertThat(log.find(Calls.id(1)).orElseThrow().outcome()).isEqualTo(CallOutcome.SILENT);
    }

    @Test
    void endOfAnUnscreenedCallMakesARowOfItsOwn() {
        CallConcluded end = Calls.unscreened(3, Calls.CALLER, Calls.NOW);

        assertThat(journal.concluded(end).join()).isTrue();
        assertThat(journal.concluded(end).join()).isFalse();

        LoggedCall call = log.find(Calls.id(3)).orElseThrow();
        assertThat(call.verdict()).isEmpty();
        assertThat(call.applied()).isEqualTo(Action.PASS);
        assertThat(call.profile()).isEmpty();
        assertThat(call.caseNumber()).isEmpty();
        assertThat(call.arrivedAt()).isEqualTo(Calls.NOW.minusSeconds(41));
        assertThat(call.way()).containsExactly(WayStep.UNSCREENED_GUARD);
        assertThat(journal.find(Calls.id(3))).isEmpty();
    }

    @Test
    void verdictThatComesAfterItsEndKeepsTheEnd() {
        journal.concluded(Calls.unscreened(1, new CallerNumber.Withheld(), Calls.NOW.plusSeconds(60)))
                .join();

        journal.screened(Calls.screened(1)).join();

        LoggedCall call = log.find(Calls.id(1)).orElseThrow();
        assertThat(call.verdict()).contains(Calls.verdict(Action.DETER, CallClass.SILENT));
        assertThat(call.caller()).isEqualTo(Calls.CALLER);
        assertThat(call.arrivedAt()).isEqualTo(Calls.NOW);
        assertThat(call.endedAt()).contains(Calls.NOW.plusSeconds(60));
    }

    @Test
    void endBringsTheVerdictThatWasNotWritten() {
        CallScreened screened = Calls.screened(1);

        assertThat(journal.concluded(Calls.concluded(screened, CallOutcome.SILENT))
                        .join())
                .isTrue();

        assertThat(journal.find(Calls.token(1))).contains(screened);
    }

    @Test
    void callScreenedAgainHasTheNewerVerdictAndTheFirstArrival() {
        journal.screened(Calls.screened(1)).join();
        CallScreened again = Calls.screened(
                1, Calls.incoming(1, Calls.CALLER, Calls.NOW.plusSeconds(90)), Verdict.pass("allow-list", "1"));

        journal.screened(again).join();

        LoggedCall call = log.find(Calls.id(1)).orElseThrow();
        assertThat(call.verdict()).contains(Verdict.pass("allow-list", "1"));
        assertThat(call.arrivedAt()).isEqualTo(Calls.NOW);
    }

    @Test
    void verdictWhoseTokenComesWithTheEndIsTheCalls() {
        CallScreened late = Calls.screened(1);
        CallScreened used = Calls.elsewhere(1);
        journal.screened(late).join();

        assertThat(journal.concluded(Calls.concluded(used, CallOutcome.SILENT)).join())
                .isTrue();

        LoggedCall call = log.find(Calls.id(1)).orElseThrow();
        assertThat(call.caseNumber()).isEqualTo("00000501");
        assertThat(call.applied()).isEqualTo(Action.CHALLENGE);
        assertThat(call.verdict()).contains(used.verdict());
        assertThat(call.arrivedAt()).isEqualTo(Calls.NOW);
        assertThat(call.outcome()).isEqualTo(CallOutcome.SILENT);
        assertThat(journal.find(used.token())).map(CallScreened::caseNumber).contains(used.caseNumber());
    }

    @Test
    void verdictAfterTheEndOfAnotherChangesNothing() {
        CallScreened used = Calls.elsewhere(1);
        journal.concluded(Calls.concluded(used, CallOutcome.SILENT)).join();

        journal.screened(Calls.screened(1)).join();

        LoggedCall call = log.find(Calls.id(1)).orElseThrow();
        assertThat(call.caseNumber()).isEqualTo("00000501");
        assertThat(call.verdict()).contains(used.verdict());
        assertThat(call.outcome()).isEqualTo(CallOutcome.SILENT);
    }

    @Test
    void secondTellingOfAnEndWithAnotherTokenChangesNothing() {
        CallScreened used = Calls.screened(1);
        journal.screened(used).join();
        journal.concluded(Calls.concluded(used, CallOutcome.SILENT)).join();

        assertThat(journal.concluded(Calls.concluded(Calls.elsewhere(1), CallOutcome.GOOD_TALK))
                        .join())
                .isFalse();

        LoggedCall call = log.find(Calls.id(1)).orElseThrow();
        assertThat(call.caseNumber()).isEqualTo("00000001");
        assertThat(call.outcome()).isEqualTo(CallOutcome.SILENT);
    }

    @Test
    void endOfTheSameVerdictWritesItOnce() {
        journal.screened(Calls.screened(1)).join();
        CallScreened again = Calls.screened(1, Calls.incoming(1), Verdict.pass("allow-list", "1"));

        journal.concluded(Calls.concluded(again, CallOutcome.SILENT)).join();

        assertThat(log.find(Calls.id(1)).orElseThrow().verdict())
                .contains(Calls.verdict(Action.DETER, CallClass.SILENT));
    }
}
