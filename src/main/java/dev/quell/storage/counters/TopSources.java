package dev.quell.storage.counters;

import dev.quell.call.CallerNumber;
import dev.quell.report.Counters.Ranking;
import dev.quell.report.SourceCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sources that lead, out of millions. Most rows are of sources that called once in a day and were no nuisance: an index without them tells who can
 * be among the first, and only those are counted whole. Where nobody leads by enough, all sources are counted.
 */
final class TopSources {

    private static final int MOST_CANDIDATES = 600;
    private static final long DAY = Duration.ofDays(1).toMillis();

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

    /**
     * What is asked for.
     *
     * @param prefix with which the sources begin; empty for all
     * @param from epoch milliseconds, inclusive
     * @param to exclusive
     */
    private record Asked(String prefix, long from, long to, int limit) {

        SourceRows rows() {
            return prefix.isEmpty() ? SourceRows.ALL : SourceRows.WITH_PREFIX;
        }

        /** So many days of counters the period touches, or more. */
        long days() {
            return Math.floorDiv(to, DAY) - Math.floorDiv(from, DAY) + 2;
        }
    }

    List<SourceCount> of(Ranking by, String prefix, Instant from, Instant to, int limit) {
        Asked asked = new Asked(prefix, from.toEpochMilli(), to.toEpochMilli(), limit);
        return by == Ranking.CALLS ? byCalls(asked) : byNuisance(asked);
    }

    List<SourceCount> disturbers(String prefix, Instant from, Instant to, int limit) {
        Asked asked = new Asked(prefix, from.toEpochMilli(), to.toEpochMilli(), limit);
        List<String> most = candidates(asked, SourceTier.ANY_NUISANCE, limit).stream()
                .map(Candidate::caller)
                .toList();
        return first(Ranking.NUISANCE, counted(asked, most).stream().filter(source -> source.nuisance() > 0), limit);
    }

    private List<SourceCount> byCalls(Asked asked) {
        return SourceTier.of(Ranking.CALLS).stream()
                .flatMap(tier -> certain(asked, candidates(asked, tier, room(asked)), tier).stream())
                .findFirst()
                .map(callers -> first(Ranking.CALLS, counted(asked, callers).stream(), asked.limit))
                .orElseGet(() -> all(Ranking.CALLS, asked));
    }

    /** If there is less nuisance than asked for, the list goes on with those who called most. */
    private List<SourceCount> byNuisance(Asked asked) {
        List<Candidate> candidates = List.of();
        for (SourceTier tier : SourceTier.of(Ranking.NUISANCE)) {
            candidates = candidates(asked, tier, room(asked));
            Optional<List<String>> certain = certain(asked, candidates, tier);
            if (certain.isPresent()) {
                return first(Ranking.NUISANCE, counted(asked, certain.get()).stream(), asked.limit);
            }
        }
        if (candidates.size() == room(asked)) {
            return all(Ranking.NUISANCE, asked);
        }
        List<String> every = candidates.stream().map(Candidate::caller).toList();
        Map<CallerNumber, SourceCount> both = Stream.concat(counted(asked, every).stream(), byCalls(asked).stream())
                .collect(Collectors.toMap(SourceCount::caller, Function.identity(), (first, again) -> first));
        return first(Ranking.NUISANCE, both.values().stream(), asked.limit);
    }

    private static List<SourceCount> first(Ranking by, Stream<SourceCount> sources, int limit) {
        Comparator<SourceCount> calls =
                Comparator.comparingLong(source -> source.tally().calls());
        Comparator<SourceCount> most = by == Ranking.CALLS
                ? calls.reversed()
                : Comparator.comparingLong(SourceCount::nuisance).reversed().thenComparing(calls.reversed());
        return sources.sorted(most.thenComparing(source -> source.caller().key()))
                .limit(limit)
                .toList();
    }

    private static int room(Asked asked) {
        return MOST_CANDIDATES + asked.limit;
    }

    /** Those among whom the first are for certain; empty if there is no telling, or they are too many. */
    private static Optional<List<String>> certain(Asked asked, List<Candidate> candidates, SourceTier tier) {
        if (candidates.size() < asked.limit) {
            return Optional.empty();
        }
        long needed = candidates.stream()
                .map(Candidate::least)
                .sorted(Comparator.reverseOrder())
                .skip(asked.limit - 1)
                .findFirst()
                .orElse(0L);
        boolean cutOff =
                candidates.size() == room(asked) && candidates.getLast().most() >= needed;
        if (cutOff || needed <= tier.unseen(asked.days())) {
            return Optional.empty();
        }
        return Optional.of(candidates.stream()
                .filter(candidate -> candidate.most() >= needed)
                .map(Candidate::caller)
                .toList());
    }

    private List<Candidate> candidates(Asked asked, SourceTier tier, int room) {
        return question(asked.rows().candidates(tier, room), asked)
                .param("days", asked.days())
                .query((row, number) ->
                        new Candidate(row.getString("caller"), row.getLong("least"), row.getLong("most")))
                .list();
    }

    private List<SourceCount> counted(Asked asked, List<String> callers) {
        return callers.isEmpty()
                ? List.of()
                : question(SourceRows.SOME.counted(), asked)
                        .param("callers", callers)
                        .query(TopSources::count)
                        .list();
    }

    private List<SourceCount> all(Ranking by, Asked asked) {
        String first = by == Ranking.CALLS ? "" : "nuisance desc, ";
        return question(
                        asked.rows().counted() + " order by " + first + "calls desc, caller limit " + asked.limit,
                        asked)
                .query(TopSources::count)
                .list();
    }

    private JdbcClient.StatementSpec question(String sql, Asked asked) {
        JdbcClient.StatementSpec question =
                reader.sql(sql).param("from", asked.from).param("to", asked.to);
        return asked.prefix.isEmpty()
                ? question
                : question.param("start", asked.prefix).param("end", asked.prefix + ":");
    }

    private static SourceCount count(ResultSet row, int number) throws SQLException {
        return new SourceCount(
                CallerNumber.ofKey(row.getString("caller")), JdbcCounters.tally(row), row.getLong("flags"));
    }
}
