package dev.quell.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListEntry.Origin;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.WayStep;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.flag.Flag;
import dev.quell.flag.FlagReason;
import dev.quell.report.Grouping;
import dev.quell.report.SourceFact;
import dev.quell.report.SourceFact.Blocked;
import dev.quell.report.SourceFact.Called;
import dev.quell.report.SourceFact.Flagged;
import dev.quell.report.SourceReport;
import dev.quell.report.SourceRow;
import dev.quell.report.Sources;
import dev.quell.screening.CallJournal;
import dev.quell.screening.CallScreened;
import dev.quell.storage.jdbc.JdbcFlagStore;
import dev.quell.storage.jdbc.JdbcListStore;
import dev.quell.storage.jdbc.JdbcSourceFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a report's facts promise. */
abstract class SourceFactsContract extends StoreContract {

    private static final Instant FROM = Calls.NOW;
    private static final Instant TO = FROM.plusSeconds(3_600);

    private CallJournal journal;

    @BeforeEach
    void make() {
        journal = journalOver(database());
    }

    private CallScreened screen(int n, CallerNumber caller, Instant at) {
        CallScreened call =
                Calls.screened(n, Calls.incoming(n, caller, at), Calls.verdict(Action.DETER, CallClass.SILENT));
        journal.screened(call).join();
        return call;
    }

    private Flag flag(int call, String agent, Instant at) {
        return new JdbcFlagStore(database())
                .add(new Flag(0, Calls.id(call), Calls.CALLER, agent, FlagReason.ABUSE, "", at, Optional.empty()));
    }

    private void list(ListKind kind, String pattern, Instant at) {
        new JdbcListStore(database())
                .keep(
                        new ListEntry(
                                0,
                                kind,
                                ListPattern.parse(pattern),
                                "why",
                                "quell",
                                Origin.BURST,
                                at,
                                Optional.of(at.plus(Duration.ofHours(1))),
                                1),
                        at);
    }

    private List<SourceFact> facts(Grouping by) {
        List<SourceFact> facts = new ArrayList<>();
        new JdbcSourceFacts(database().reader()).read(by, FROM, TO, facts::add);
        return facts;
    }

    @Test
    void factsOfASourceComeTogetherOldestFirst() {
        CallerNumber other = new CallerNumber.E164("+8613800138001");
        CallScreened ended = screen(1, Calls.CALLER, FROM.plusSeconds(2));
        journal.concluded(Calls.concluded(ended, CallOutcome.SILENT)).join();
        screen(2, other, FROM.plusSeconds(1));
        screen(3, Calls.CALLER, FROM);
        flag(1, "PJSIP/1001", FROM.plusSeconds(3));
        list(ListKind.BLOCK, "+8613800138000", FROM.plusSeconds(4));

        String caller = Calls.CALLER.key();
        assertThat(facts(Grouping.NUMBER))
                .containsExactly(
                        new Called(
                                caller, FROM, "12345", Optional.of(CallClass.SILENT), CallOutcome.UNKNOWN, List.of()),
                        new Called(
                                caller,
                                FROM.plusSeconds(2),
                                "12345",
                                Optional.of(CallClass.SILENT),
                                CallOutcome.SILENT,
                                List.of(WayStep.LISTEN, WayStep.RELEASE)),
                        new Flagged(caller, FROM.plusSeconds(3)),
                        new Blocked(caller, FROM.plusSeconds(4)),
                        new Called(
                                other.key(),
                                FROM.plusSeconds(1),
                                "12345",
                                Optional.of(CallClass.SILENT),
                                CallOutcome.UNKNOWN,
                                List.of()));
    }

    @Test
    void periodTakesItsStartInAndLeavesItsEndOut() {
        screen(1, Calls.CALLER, FROM.minusMillis(1));
        screen(2, Calls.CALLER, FROM);
        screen(3, Calls.CALLER, TO.minusMillis(1));
        screen(4, Calls.CALLER, TO);
        flag(1, "PJSIP/1001", FROM.minusMillis(1));
        flag(1, "PJSIP/1002", TO);
        list(ListKind.BLOCK, "+8613800138000", FROM.minusMillis(1));
        list(ListKind.BLOCK, "+8613800138000", TO);

        assertThat(facts(Grouping.NUMBER)).extracting(SourceFact::at).containsExactly(FROM, TO.minusMillis(1));
    }

    @Test
    void rangeIsTheNumberWithoutItsLastTwoDigits() {
        screen(1, new CallerNumber.E164("+8613800138000"), FROM);
        screen(2, new CallerNumber.E164("+8613800138099"), FROM.plusMillis(1));
        screen(3, new CallerNumber.E164("+861380013800"), FROM.plusMillis(2));
        screen(4, new CallerNumber.Internal("8001"), FROM);
        screen(5, new CallerNumber.Withheld(), FROM);
        flag(1, "PJSIP/1001", FROM.plusMillis(3));
        list(ListKind.BLOCK, "+8613800138007", FROM.plusMillis(4));
        list(ListKind.BLOCK, "+86138001380*", FROM.plusMillis(5));

        assertThat(facts(Grouping.RANGE))
                .extracting(SourceFact::source)
                .containsExactly(
                        "+8613800138*",
                        "+86138001380*",
                        "+86138001380*",
                        "+86138001380*",
                        "+86138001380*",
                        "+86138001380*",
                        "i:8001",
                        "withheld");
    }

    @Test
    void trunkHasCallsAndFlagsButNoEntries() {
        screen(1, Calls.CALLER, FROM);
        flag(1, "PJSIP/1001", FROM.plusMillis(1));
        flag(99, "PJSIP/1001", FROM.plusMillis(2));
        list(ListKind.BLOCK, "+8613800138000", FROM);

        assertThat(facts(Grouping.TRUNK))
                .extracting(fact -> fact.getClass().getSimpleName() + " " + fact.source())
                .containsExactly("Called sip-provider", "Flagged sip-provider", "Flagged unknown");
    }

    @Test
    void flagTakenBackAndAllowEntriesAreNoFacts() {
        Flag flag = flag(1, "PJSIP/1001", FROM);
        new JdbcFlagStore(database()).undo(flag.id(), "supervisor", FROM.plusSeconds(1));
        list(ListKind.ALLOW, "+8613800138000", FROM);

        assertThat(facts(Grouping.NUMBER)).isEmpty();
    }

    @Test
    void unscreenedCallHasNoClass() {
        journal.concluded(Calls.unscreened(1, Calls.CALLER, FROM.plusSeconds(60)))
                .join();

        assertThat(facts(Grouping.NUMBER))
                .singleElement()
                .satisfies(fact -> assertThat(((Called) fact).callClass()).isEmpty());
    }

    @Test
    void hundredThousandCallsAreReportedWithinAMinute() {
        int callers = 50_000;
        database()
                .write(connection ->
                        connection.sql("""
                                with recursive n(i) as (select 0 union all select i + 1 from n where i < 99999)
                                insert into calls (id, arrived_at, caller, line, trunk, channel, action, class, outcome, way)
                                select 'pbx:' || i, :from + i, '+86138' || (10000000 + i % 50000), '4001', 't' || (i % 3), 'c',
                                    'PASS', 'NORMAL', case when i % 50000 < 7 then 'SILENT' else 'SPOKE' end, 'PASS'
                                from n""").param("from", FROM.toEpochMilli()).update())
                .join();
        long begun = System.nanoTime();

        SourceReport report = new Sources(new JdbcSourceFacts(database().reader()))
                .report(new Sources.Query(Grouping.NUMBER, FROM, TO, 10));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
        assertThat(report.sources()).isEqualTo(callers);
        assertThat(report.total().calls()).isEqualTo(100_000);
        assertThat(report.rows()).hasSize(10);
        assertThat(report.rows().subList(0, 7))
                .allSatisfy(row -> assertThat(row.nuisance()).isEqualTo(2));
        assertThat(report.rows().get(7)).extracting(SourceRow::nuisance).isEqualTo(0L);
    }
}
