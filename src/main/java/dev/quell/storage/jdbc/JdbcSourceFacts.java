package dev.quell.storage.jdbc;

import dev.quell.call.CallOutcome;
import dev.quell.call.WayStep;
import dev.quell.classifier.CallClass;
import dev.quell.report.Grouping;
import dev.quell.report.SourceFact;
import dev.quell.report.SourceFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The facts of a report over SQL. The database sorts them, on its disk if they are many; here one row at a time is held. */
public final class JdbcSourceFacts implements SourceFacts {

    private static final String CALLS = """
            select %s as source, 'call' as kind, arrived_at as at, line, class, outcome, way from calls
            where arrived_at >= :from and arrived_at < :to""";
    private static final String FLAGS = """
            select %s, 'flag', flags.at, '', null, null, null from flags left join calls on calls.id = flags.call_id
            where flags.at >= :from and flags.at < :to and flags.undone_at is null""";
    private static final String BLOCKS = """
            select %s, 'block', created_at, '', null, null, null from list_entries
            where kind = 'BLOCK' and created_at >= :from and created_at < :to""";

    private final JdbcClient reader;

    public JdbcSourceFacts(JdbcClient reader) {
        this.reader = reader;
    }

    @Override
    public void read(Grouping by, Instant from, Instant to, Consumer<SourceFact> consumer) {
        try (Stream<SourceFact> facts = reader
                .sql(sql(by))
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query(JdbcSourceFacts::fact)
                .stream()) {
            facts.forEach(consumer);
        }
    }

    private static String sql(Grouping by) {
        String facts = switch (by) {
            case NUMBER ->
                union(CALLS.formatted("caller"), FLAGS.formatted("flags.caller"), BLOCKS.formatted("pattern"));
            case RANGE ->
                union(
                        CALLS.formatted(range("caller")),
                        FLAGS.formatted(range("flags.caller")),
                        BLOCKS.formatted(range("pattern")));
            case TRUNK -> union(CALLS.formatted("trunk"), FLAGS.formatted("coalesce(calls.trunk, 'unknown')"));
        };
        return "select * from (" + facts + ") as facts order by source, at";
    }

    private static String union(String... parts) {
        return String.join("\nunion all\n", parts);
    }

    /** E.164 without its last two digits and a star; anything else, a prefix entry too, as it is. */
    private static String range(String column) {
        return "case when %1$s like '+%%' and %1$s not like '%%*' then substr(%1$s, 1, length(%1$s) - 2) || '*' else %1$s end"
                .formatted(column);
    }

    private static SourceFact fact(ResultSet row, int number) throws SQLException {
        String source = Rows.text(row, "source");
        Instant at = Rows.instant(row, "at");
        return switch (Rows.text(row, "kind")) {
            case "flag" -> new SourceFact.Flagged(source, at);
            case "block" -> new SourceFact.Blocked(source, at);
            default ->
                new SourceFact.Called(
                        source,
                        at,
                        Rows.text(row, "line"),
                        callClass(row.getString("class")),
                        Rows.word(row, "outcome", CallOutcome.UNKNOWN),
                        WayStep.parse(Rows.text(row, "way")));
        };
    }

    private static Optional<CallClass> callClass(@Nullable String name) {
        return Optional.ofNullable(name).map(CallClass::valueOf);
    }
}
