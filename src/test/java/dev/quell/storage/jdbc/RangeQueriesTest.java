package dev.quell.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog.Query;
import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallTotals.Counting;
import dev.quell.calllog.CallerFilter;
import dev.quell.storage.counters.Folding;
import dev.quell.storage.counters.SpanWalk;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the embedded database goes about questions with ranges. */
class RangeQueriesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path directory;

    private SqliteDatabase database;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(directory, new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> plan(String sql, Map<String, Object> values) {
        return database.reader()
                .sql("explain query plan " + sql)
                .params(values)
                .query((row, number) -> row.getString("detail"))
                .list();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+8617000047123",
                "+8617000047100-+8617000047198",
                "+8617000047100-+8617000047199",
                "+8617000047000-+8617001046999"
            })
    void noEntryIsLookedAtForARangeButThoseNearIt(String pattern) {
        ListPages page = ListPages.of(ListQuery.meeting(ListKind.BLOCK, ListPattern.parse(pattern), 10), NOW);

        List<String> plan = plan(page.sql(), page.values());

        assertThat(plan).noneMatch(step -> step.startsWith("SCAN"));
        assertThat(plan).anyMatch(step -> step.contains("list_entries_ranges (pattern>? AND pattern<?)"));
        assertThat(plan).anyMatch(step -> step.contains("INTEGER PRIMARY KEY"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callsOfFewNumbersAreFoundByTheirCallers(boolean few) {
        CallFilter filter = CallFilter.builder(Instant.EPOCH, NOW)
                .caller(new CallerFilter.Range("+8617000047100", "+8617000047198"))
                .build();
        CallQuestion question = CallQuestion.of(new Query(filter, Optional.empty(), 1), few);

        assertThat(plan(question.page(SpanWalk.CROSS_JOIN).replace(":limit", "1"), question.values()))
                .anyMatch(step -> step.contains(
                        few ? "calls_by_caller (caller>? AND caller<?)" : "(arrived_at>? AND arrived_at<?)"));
    }

    /** A preview counts all of a month's calls, however many: what is left out may be good talks. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPreviewCountsAllCallsOfItsNumbersOnceTheCountersHaveThem(boolean range) {
        database.writeNow(connection -> connection
                .sql("with recursive place(n) as (select 0 union all select n + 1 from place where n < 25000)"
                        + " insert into calls (id, arrived_at, caller, line, trunk, channel, outcome)"
                        + " select 'pbx:1.' || n, :now - n - 1, '+861700' || (1000000 + n), '1', 't', 'c',"
                        + " case when n % 100 = 0 then 'GOOD_TALK' else 'SILENT' end from place")
                .param("now", NOW.toEpochMilli())
                .update());
        CallerFilter callers = range
                ? new CallerFilter.Range("+8617001000000", "+8617001999999")
                : new CallerFilter.Prefix("+8617001");
        JdbcCallLog log = new JdbcCallLog(database.reader());
        Instant from = NOW.minusSeconds(2_592_000);

        CallTotals before = log.totals(callers, from, NOW);
        Folding folding = new Folding(database);
        for (boolean more = true; more; ) {
            more = folding.fill() || folding.advance(NOW);
        }

        assertThat(before.counting()).isEqualTo(Counting.AT_LEAST);
        assertThat(before.calls()).isEqualTo(20_000);
        assertThat(log.totals(callers, from, NOW))
                .isEqualTo(
                        new CallTotals(25_001, 25_001, 251, Counting.BY_DAYS, Instant.parse("2026-10-23T00:00:00Z")));
    }

    /** A hold keeps the ranges that mean its number, or reach into its prefix; those beside it and those of another length go. */
    @ParameterizedTest
    @CsvSource({
        "+8675561230005, +8675561230000-+8675561230009, true",
        "+8675561230000, +8675561230000-+8675561230009, true",
        "+8675561230009, +8675561230000-+8675561230009, true",
        "+8675561230010, +8675561230000-+8675561230009, false",
        "+867556123000,  +8675561230000-+8675561230009, false",
        "+8675561230*,   +8675561229995-+8675561230004, true",
        "+8675561230*,   +8675561230500-+8675561230600, true",
        "+8675561230*,   +8675561239990-+8675561240004, false",
        "+86755612300*,  +8675561200000-+8675561299998, true",
        "+8675561231*,   +8675561229995-+8675561230004, false"
    })
    void aHoldKeepsTheRangesThatMeetIt(String held, String range, boolean kept) {
        database.writeNow(connection -> {
            connection
                    .sql("insert into legal_holds (pattern, from_at, to_at, author, reason, made_at)"
                            + " values (:held, 0, 9000, 'police', 'case', 1)")
                    .param("held", held)
                    .update();
            return connection
                    .sql(
                            "insert into list_entries (kind, pattern, reason, author, origin, created_at, expires_at, step)"
                                    + " values ('BLOCK', :range, 'campaign', 'li', 'MANUAL', 10, 20, 0)")
                    .param("range", range)
                    .update();
        });

        List<Long> free = database.reader()
                .sql("select id from list_entries where " + HeldRows.ENTRIES)
                .param("now", NOW.toEpochMilli())
                .query(Long.class)
                .list();
        assertThat(free.isEmpty()).isEqualTo(kept);
    }

    @Test
    void allCallsOfARangeAreCountedByTheirCallers() {
        CallFilter filter = CallFilter.builder(Instant.EPOCH, NOW)
                .caller(new CallerFilter.Range("+8617000047100", "+8617000047198"))
                .build();
        CallQuestion question = CallQuestion.of(filter, false);

        assertThat(plan(question.select("1", SpanWalk.CROSS_JOIN), question.values()))
                .anyMatch(step -> step.contains("calls_by_caller (caller>? AND caller<?)"));
    }
}
