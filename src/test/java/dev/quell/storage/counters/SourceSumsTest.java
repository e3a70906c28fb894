package dev.quell.storage.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallTotals.Counting;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the embedded database sums up the calls of many callers. */
class SourceSumsTest {

    private static final SourceSums.Callers CALLERS = new SourceSums.Callers(
            "caller >= :start and caller < :end",
            "coalesce(caller, '') >= :start and coalesce(caller, '') < :end",
            Map.of("start", "+8617", "end", "+8617:"));

    @TempDir
    Path directory;

    @Test
    void eachDayIsLookedUpByItsCallersAndCallsAreFoundByTime() {
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            SourceSums sums = new SourceSums(database.reader(), SpanWalk.CROSS_JOIN);

            List<String> plan = database.reader()
                    .sql("explain query plan " + sums.sql(CALLERS))
                    .params(CALLERS.values())
                    .param("from", 0)
                    .param("to", 1)
                    .param("most", 1)
                    .query((row, number) -> row.getString("detail"))
                    .list();

            assertThat(plan)
                    .contains("SEARCH counter_sources USING PRIMARY KEY (day=? AND caller>? AND caller<?)")
                    .noneMatch(step -> step.startsWith("SCAN calls") || step.contains("calls_by_caller"));
            assertThat(plan.stream().filter(step -> step.contains("calls_by_time (arrived_at>? AND arrived_at<?)")))
                    .hasSize(2);
        }
    }

    /** Another caller's number may be told of a call that is counted already. */
    @Test
    void aCallerWhoseOnlyCallWasAnothersIsNotCounted() {
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            database.writeNow(connection -> {
                connection
                        .sql("update counter_fill set since = 0, until = 864000000, oldest = 0, shift = 0")
                        .update();
                connection
                        .sql("insert into counter_sources (day, caller, calls, silent, noise, good, with_agent)"
                                + " values (1, '+8617000047131', 1, 0, 0, 1, 9), (2, '+8617000047132', 1, 0, 0, 1, 9)")
                        .update();
                return connection
                        .sql("insert into counter_changes (sign, arrived_at, caller, line, trunk, outcome, with_agent)"
                                + " values (-1, 86400000, '+8617000047131', '1', 't', 'GOOD_TALK', 9)")
                        .update();
            });

            assertThat(new SourceSums(database.reader(), SpanWalk.CROSS_JOIN)
                            .of(CALLERS, Instant.EPOCH, Instant.ofEpochMilli(864_000_000)))
                    .contains(new CallTotals(1, 1, 1, Counting.EXACT, Instant.EPOCH));
        }
    }
}
