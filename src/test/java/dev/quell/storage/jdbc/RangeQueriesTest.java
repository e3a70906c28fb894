package dev.quell.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog.Query;
import dev.quell.calllog.CallerFilter;
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

        assertThat(plan(question.select("caller", SpanWalk.CROSS_JOIN) + question.order(), question.values()))
                .anyMatch(step -> step.contains(
                        few ? "calls_by_caller (caller>? AND caller<?)" : "(arrived_at>? AND arrived_at<?)"));
    }

    /** The preview of a range, or a prefix, with more calls than a page of them would look up so. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPreviewGoesThroughTheCallsOfItsNumbersAndNotThroughAllOfAMonth(boolean range) {
        database.writeNow(connection -> connection
                .sql("with recursive place(n) as (select 0 union all select n + 1 from place where n < 25000)"
                        + " insert into calls (id, arrived_at, caller, line, trunk, channel)"
                        + " select 'pbx:1.' || n, :now - n, '+861700' || (1000000 + n), '1', 't', 'c' from place")
                .param("now", NOW.toEpochMilli())
                .update());
        CallFilter filter = CallFilter.builder(NOW.minusSeconds(2_592_000), NOW)
                .caller(
                        range
                                ? new CallerFilter.Range("+8617001000000", "+8617001999999")
                                : new CallerFilter.Prefix("+8617001"))
                .build();
        JdbcCallLog log = new JdbcCallLog(database.reader());
        CallQuestion question = log.summed(filter);

        assertThat(plan(question.select("caller, outcome", SpanWalk.CROSS_JOIN) + question.order(), question.values()))
                .anyMatch(step -> step.contains("calls_by_caller (caller>? AND caller<?)"));
        assertThat(log.totals(filter, 10_000).calls()).isEqualTo(10_000);
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
