package dev.quell.storage.counters;

import dev.quell.call.CallerNumber;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.SourceCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sources that lead, out of millions. Most rows are of sources that called once in a day and were no nuisance: an index without them tells who can
 * be among the first, and only those are counted whole.
 */
final class TopSources {

    private static final int MOST_CANDIDATES = 600;

    private final JdbcClient reader;

    TopSources(JdbcClient reader) {
        this.reader = reader;
    }

    /**
     * A source that may be among the first.
     *
     * @param least what it has at least
     * @param most what it may have at most
     */
    private record Candidate(String caller, long least, long most) {}

    List<SourceCount> of(Ranking by, Instant from, Instant to, int limit) {
        SourceSpan span = SourceSpan.of(from.toEpochMilli(), to.toEpochMilli());
        Comparator<SourceCount> order = order(by);
        List<SourceCount> whole = candidates(by, span, limit)
                .map(callers -> callers.isEmpty() ? List.<SourceCount>of() : counted(span, callers))
                .orElseGet(() -> all(by, span, limit));
        return whole.stream().sorted(order).limit(limit).toList();
    }

    private static Comparator<SourceCount> order(Ranking by) {
        Comparator<SourceCount> calls =
                Comparator.comparingLong(source -> source.tally().calls());
        Comparator<SourceCount> first = by == Ranking.CALLS
                ? calls.reversed()
                : Comparator.comparingLong(SourceCount::nuisance).reversed().thenComparing(calls.reversed());
        return first.thenComparing(source -> source.caller().key());
    }

    /** Those among whom the first are for certain; empty if there is no telling, or they are too many. */
    private Optional<List<String>> candidates(Ranking by, SourceSpan span, int limit) {
        List<Candidate> some = by == Ranking.CALLS ? often(span, limit) : nuisances(span, limit);
        if (some.size() < limit) {
            return Optional.empty();
        }
        long needed = some.stream()
                .map(Candidate::least)
                .sorted(Comparator.reverseOrder())
                .skip(limit - 1)
                .findFirst()
                .orElse(0L);
        long unseen = by == Ranking.CALLS ? span.days() : 0;
        List<String> callers = some.stream()
                .filter(candidate -> candidate.most() >= needed)
                .map(Candidate::caller)
                .toList();
        boolean cutOff =
                some.size() == MOST_CANDIDATES + limit && some.getLast().most() >= needed;
        return needed > unseen && !cutOff ? Optional.of(callers) : Optional.empty();
    }

    /** On a day that is not in the index a source has called once at most. */
    private List<Candidate> often(SourceSpan span, int limit) {
        return candidates(
                "sum(calls)",
                "sum(calls) + " + span.days() + " - sum(whole_days)",
                span.rows("and calls > 1"),
                span,
                limit);
    }

    private List<Candidate> nuisances(SourceSpan span, int limit) {
        String nuisance = "sum(silent + noise + flags)";
        return candidates(nuisance, nuisance, span.rows("and silent + noise > 0"), span, limit);
    }

    private List<Candidate> candidates(String least, String most, String rows, SourceSpan span, int limit) {
        return reader.sql("select caller, " + least + " as least, " + most + " as most from " + rows
                        + " group by caller order by most desc limit " + (MOST_CANDIDATES + limit))
                .params(span.values())
                .query((row, number) ->
                        new Candidate(row.getString("caller"), row.getLong("least"), row.getLong("most")))
                .list();
    }

    private List<SourceCount> counted(SourceSpan span, List<String> callers) {
        return reader.sql("select " + SourceSpan.SUMS + " from " + span.rowsOf()
                        + " group by caller having sum(calls) > 0 or sum(flags) > 0")
                .params(span.values())
                .param("callers", callers)
                .query(TopSources::count)
                .list();
    }

    private List<SourceCount> all(Ranking by, SourceSpan span, int limit) {
        String first = by == Ranking.CALLS ? "" : "nuisance desc, ";
        return reader.sql(
                        "select " + SourceSpan.SUMS + ", sum(silent + noise + flags) as nuisance from " + span.rows("")
                                + " group by caller having sum(calls) > 0 or sum(flags) > 0 order by " + first
                                + "calls desc, caller limit " + limit)
                .params(span.values())
                .query(TopSources::count)
                .list();
    }

    private static SourceCount count(ResultSet row, int number) throws SQLException {
        return new SourceCount(
                CallerNumber.ofKey(row.getString("caller")), JdbcCounters.tally(row), row.getLong("flags"));
    }
}
