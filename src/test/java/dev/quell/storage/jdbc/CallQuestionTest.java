package dev.quell.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog.Query;
import dev.quell.classifier.CallClass;
import dev.quell.storage.counters.Span;
import dev.quell.storage.counters.SpanWalk;
import dev.quell.storage.sqlite.SqliteDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the embedded database finds a page of calls in spans of time that are apart. */
class CallQuestionTest {
    private static final long HOUR = 3_600_000;

    @TempDir
    Path directory;

    private List<String> plan(int spans) {
        CallFilter filter = CallFilter.builder(Instant.EPOCH, Instant.ofEpochMilli(1_000 * HOUR))
                .callClass(CallClass.NORMAL)
                .build();
        CallQuestion question = CallQuestion.of(new Query(filter, Optional.empty(), 50), false);
        question.within(LongStream.range(0, spans)
                .mapToObj(span -> new Span(2 * span * HOUR, (2 * span + 1) * HOUR))
                .toList());
        try (SqliteDatabase database = SqliteDatabase.open(directory, new SimpleMeterRegistry())) {
            return database.reader()
                    .sql("explain query plan " + question.page(SpanWalk.CROSS_JOIN))
                    .params(question.values())
                    .param("limit", 51)
                    .query((row, number) -> row.getString("detail"))
                    .list();
        }
    }

    /** Otherwise a whole busy day is sorted for the fifty newest, when nothing came since. */
    @Test
    void ofAFewSpansEachIsReadNewestFirstAndNoneIsSorted() {
        List<String> plan = plan(2);

        List<Integer> searches = IntStream.range(0, plan.size())
                .filter(step -> plan.get(step).startsWith("SEARCH calls USING INDEX calls_by_time"))
                .boxed()
                .toList();
        assertThat(searches).hasSize(2);
        // Those of one moment only are put in order.
        assertThat(searches)
                .allSatisfy(search ->
                        assertThat(plan.get(search + 1)).matches("USE TEMP B-TREE FOR (RIGHT PART|LAST TERM) OF .*"));
    }

    @Test
    void manySpansAreGoneThroughInOneStatement() {
        assertThat(plan(17)).filteredOn(step -> step.startsWith("SEARCH calls")).hasSize(1);
    }
}
