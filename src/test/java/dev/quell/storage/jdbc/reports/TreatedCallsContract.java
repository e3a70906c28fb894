package dev.quell.storage.jdbc.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.call.CallOutcome;
import dev.quell.classifier.Action;
import dev.quell.reporting.Treated;
import dev.quell.reporting.TreatedCalls;
import dev.quell.reporting.TreatedCount;
import dev.quell.storage.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is counted of treated calls, whatever database has them. */
public abstract class TreatedCallsContract {

    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofHours(24);
    private static final String ONE = "+8613900000001";

    private TreatedCalls treated;
    private int serial;

    /** With no call in it. */
    protected abstract Database database();

    @BeforeEach
    void begin() {
        treated = new JdbcTreatedCalls(database());
    }

    private void call(Instant at, String caller, @Nullable String applied, @Nullable String outcome, long withAgent) {
        String id = "pbx:1763800000." + ++serial;
        database()
                .writeNow(connection -> connection
                        .sql("""
                        insert into calls (id, arrived_at, caller, line, trunk, channel, applied, outcome, with_agent)
                        values (:id, :at, :caller, '4001', 'carrier', 'x', :applied, :outcome, :agent)""")
                        .param("id", id)
                        .param("at", at.toEpochMilli())
                        .param("caller", caller)
                        .param("applied", applied)
                        .param("outcome", outcome)
                        .param("agent", withAgent == 0 ? null : withAgent)
                        .update());
    }

    private void count(Instant now) {
        int steps = 0;
        while (treated.step(now)) {
            assertThat(++steps).isLessThan(500);
        }
    }

    private Treated ten() {
        return treated.of(TEN, TEN.plus(HOUR));
    }

    private static TreatedCount counted(
            Action applied, CallOutcome outcome, int calls, int asked, int soon, int later) {
        return new TreatedCount(applied, outcome, calls, 0, Duration.ZERO, asked, soon, later);
    }

    @Test
    void whoCallsAgainIsToldByHourAndDayOnceTheDayIsOver() {
        call(TEN, ONE, "DETER", "SILENT", 0);
        call(TEN.plus(HOUR), ONE, "TAG", "SPOKE", 0);
        call(TEN, "+8613900000002", "DETER", "SILENT", 0);
        call(TEN.plus(HOUR).plusMillis(1), "+8613900000002", "TAG", "SPOKE", 0);
        call(TEN, "+8613900000003", "DETER", "SILENT", 0);
        call(TEN.plus(DAY), "+8613900000003", "TAG", "SPOKE", 0);
        call(TEN, "+8613900000004", "DETER", "SILENT", 0);
        call(TEN.plus(DAY).plusMillis(1), "+8613900000004", "TAG", "SPOKE", 0);

        count(TEN.plus(HOUR).plus(Duration.ofHours(25)).minusMillis(1));
        assertThat(ten().counts()).containsExactly(counted(Action.DETER, CallOutcome.SILENT, 4, 0, 0, 0));

        count(TEN.plus(HOUR).plus(Duration.ofHours(25)));
        assertThat(ten().counts()).containsExactly(counted(Action.DETER, CallOutcome.SILENT, 4, 4, 1, 3));
    }

    @Test
    void onlyShownNumbersAreFollowed() {
        call(TEN, "withheld", "LISTEN", "SILENT", 0);
        call(TEN.plusSeconds(1), "withheld", "LISTEN", "SILENT", 0);
        call(TEN, "x:123", "LISTEN", "SILENT", 0);
        call(TEN, ONE, "LISTEN", "SILENT", 0);

        count(TEN.plus(Duration.ofDays(3)));

        assertThat(ten().counts()).containsExactly(counted(Action.LISTEN, CallOutcome.SILENT, 4, 1, 0, 0));
    }

    @Test
    void ofAnHourAndTreatmentABoundedNumberIsFollowed() {
        for (int i = 0; i <= TreatedCalls.MOST_ASKED; i++) {
            call(TEN.plusMillis(i), String.format(Locale.ROOT, "+86139000%05d", i), "PASS", "SPOKE", 0);
        }
        call(TEN, "+8613900099999", "TAG", "SPOKE", 0);

        count(TEN.plus(Duration.ofDays(3)));

        assertThat(ten().counts())
                .containsExactly(
                        counted(
                                Action.PASS,
                                CallOutcome.SPOKE,
                                TreatedCalls.MOST_ASKED + 1,
                                TreatedCalls.MOST_ASKED,
                                0,
                                0),
                        counted(Action.TAG, CallOutcome.SPOKE, 1, 1, 0, 0));
    }

    @Test
    void whatAgentsHadIsCountedAndUnscreenedOrLivingCallsPassed() {
        call(TEN, ONE, "PASS", "SILENT", 12_000);
        call(TEN, "+8613900000002", "PASS", "SILENT", 0);
        call(TEN, "withheld", null, null, 0);

        count(TEN.plus(HOUR).plus(Duration.ofMinutes(15)));

        assertThat(ten().counts())
                .containsExactly(
                        new TreatedCount(Action.PASS, CallOutcome.SILENT, 2, 1, Duration.ofSeconds(12), 0, 0, 0),
                        counted(Action.PASS, CallOutcome.UNKNOWN, 1, 0, 0, 0));
    }

    @Test
    void callsOfHoursThatAreNotCountedYetCountToo() {
        call(TEN, ONE, "DETER", "SILENT", 0);
        call(TEN.plus(HOUR), ONE, "DETER", "NOISE", 0);
        count(TEN.plus(HOUR).plus(Duration.ofMinutes(15)));

        assertThat(treated.of(TEN, TEN.plus(DAY)).counts())
                .containsExactly(
                        counted(Action.DETER, CallOutcome.SILENT, 1, 0, 0, 0),
                        counted(Action.DETER, CallOutcome.NOISE, 1, 0, 0, 0));
        assertThat(treated.of(TEN, TEN.plus(HOUR).plusMillis(1)).counts()).hasSize(2);
        assertThat(ten().counts()).hasSize(1);
    }

    @Test
    void anEndThatComesLateCountsADayLater() {
        call(TEN, ONE, "DETER", null, 0);
        count(TEN.plus(HOUR).plus(Duration.ofMinutes(15)));
        database()
                .writeNow(connection ->
                        connection.sql("update calls set outcome = 'SILENT'").update());
        assertThat(ten().counts()).containsExactly(counted(Action.DETER, CallOutcome.UNKNOWN, 1, 0, 0, 0));

        count(TEN.plus(Duration.ofDays(2)));
        assertThat(ten().counts()).containsExactly(counted(Action.DETER, CallOutcome.SILENT, 1, 1, 0, 0));
    }

    @Test
    void earlierCallsAreCountedOneHourAfterTheOther() {
        call(TEN, ONE, "DETER", "SILENT", 0);
        Instant now = TEN.plus(Duration.ofDays(3));
        assertThat(treated.step(now)).isTrue();
        Treated before = treated.of(TEN, now);
        assertThat(before.counts()).isEmpty();
        assertThat(before.since()).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));

        count(now);

        assertThat(treated.of(TEN, now).since()).isEqualTo(Instant.EPOCH);
        assertThat(treated.of(TEN, now).counts())
                .containsExactly(counted(Action.DETER, CallOutcome.SILENT, 1, 1, 0, 0));
    }

    @Test
    void withoutCallsNothingIsLacking() {
        assertThat(ten()).isEqualTo(new Treated(List.of(), Instant.EPOCH));
        count(TEN);
        assertThat(ten()).isEqualTo(new Treated(List.of(), Instant.EPOCH));
    }

    @Test
    void whatAClockThatWasAheadCountedAsEmptyIsCountedAgain() {
        count(TEN.plus(Duration.ofDays(10)));
        call(TEN, ONE, "DETER", "SILENT", 0);

        count(TEN.plus(Duration.ofDays(2)));

        assertThat(ten().counts()).containsExactly(counted(Action.DETER, CallOutcome.SILENT, 1, 1, 0, 0));
    }

    @Test
    void severalInstancesCountEachCallOnce() {
        call(TEN, ONE, "DETER", "SILENT", 0);
        TreatedCalls other = new JdbcTreatedCalls(database());
        Instant now = TEN.plus(Duration.ofDays(3));
        int steps = 0;
        while (treated.step(now) | other.step(now)) {
            assertThat(++steps).isLessThan(500);
        }

        assertThat(ten().counts()).containsExactly(counted(Action.DETER, CallOutcome.SILENT, 1, 1, 0, 0));
    }

    @Test
    void countsGoWithTheirCalls() {
        call(TEN, ONE, "DETER", "SILENT", 0);
        call(TEN.plus(DAY), ONE, "DETER", "NOISE", 0);
        Instant now = TEN.plus(Duration.ofDays(3));
        count(now);
        database()
                .writeNow(connection -> connection
                        .sql("delete from calls where arrived_at = :at")
                        .param("at", TEN.toEpochMilli())
                        .update());

        count(now);

        assertThat(treated.of(TEN, now).counts()).containsExactly(counted(Action.DETER, CallOutcome.NOISE, 1, 1, 0, 0));
    }
}
