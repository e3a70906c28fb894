package dev.quell.storage.counters;

import dev.quell.call.CallerNumber;
import dev.quell.report.Counters;
import dev.quell.report.HourCount;
import dev.quell.report.SourceCalls;
import dev.quell.report.SourceCount;
import dev.quell.report.Tally;
import dev.quell.report.WordCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counters over SQL: what was added to them, what is still to be added, and the calls that are not counted beforehand. */
public final class JdbcCounters implements Counters {

    private static final String SUMS = """
            coalesce(sum(calls), 0) as calls, coalesce(sum(silent), 0) as silent, coalesce(sum(noise), 0) as noise, coalesce(sum(good), 0) as good,
            coalesce(sum(with_agent), 0) as with_agent""";

    private final JdbcClient reader;
    private final TopSources top;
    private final SourceWords sources;

    /** @param reader of the embedded database, or of the record of all instances */
    public JdbcCounters(JdbcClient reader) {
        this.reader = reader;
        this.top = new TopSources(reader);
        this.sources = new SourceWords(reader);
    }

    @Override
    public Instant since() {
        return reader.sql("select since from counter_fill")
                .query((row, number) -> Instant.ofEpochMilli(Math.max(0, row.getLong(1))))
                .single();
    }

    @Override
    public List<HourCount> hours(Word by, Instant from, Instant to) {
        return hours(question(hours(by, ""), from, to));
    }

    @Override
    public List<HourCount> hours(Word by, String word, Instant from, Instant to) {
        return hours(question(hours(by, " where word = :word"), from, to).param("word", word));
    }

    private static String hours(Word by, String which) {
        return Counted.HOURS + "select hour, word, " + SUMS + " from (" + rows(by) + ") as told" + which
                + " group by 1, 2 having sum(calls) <> 0 order by 1, 2";
    }

    private static List<HourCount> hours(JdbcClient.StatementSpec question) {
        return question.query((row, number) -> new HourCount(
                        Instant.ofEpochSecond(3600 * row.getLong("hour")), row.getString("word"), tally(row)))
                .list();
    }

    @Override
    public List<WordCount> words(Word by, Instant from, Instant to) {
        return question(
                        Counted.HOURS + "select word, " + SUMS + " from (" + rows(by)
                                + ") as told group by 1 having sum(calls) <> 0 order by 1",
                        from,
                        to)
                .query((row, number) -> new WordCount(row.getString("word"), tally(row)))
                .list();
    }

    private static String rows(Word by) {
        String hours = "select hour, word, calls, silent, noise, good, with_agent from counter_words where kind = '"
                + by + "' and hour" + Counted.SPANS.formatted("hour");
        String hour = "select arrived_at / 3600000 as hour, " + column(by) + " as word, ";
        return String.join(
                "\nunion all\n",
                hours,
                hour + CallTally.of("sign") + " from counter_changes where " + Counted.CHANGES,
                hour + CallTally.of("1") + " from calls where " + Counted.BEFORE,
                hour + CallTally.of("1") + " from calls where " + Counted.BEHIND);
    }

    /** A call's word as an expression. */
    static String column(Word by) {
        return switch (by) {
            case ALL -> "''";
            case LINE -> "line";
            case TRUNK -> "trunk";
            case CLASS -> "coalesce(class, '')";
            case ACTION -> "coalesce(action, '')";
            case OUTCOME -> "coalesce(outcome, 'UNKNOWN')";
        };
    }

    @Override
    public List<SourceCount> top(Ranking by, Instant from, Instant to, int limit) {
        return top.of(by, "", from, to, limit);
    }

    @Override
    public List<SourceCount> top(Ranking by, String prefix, Instant from, Instant to, int limit) {
        return top.of(by, prefix, from, to, limit);
    }

    @Override
    public List<SourceCount> disturbers(Optional<String> prefix, Instant from, Instant to, int limit) {
        return top.disturbers(prefix.orElse(""), from, to, limit);
    }

    @Override
    public List<SourceCalls> together(Collection<CallerNumber> callers, Set<Word> by, Instant from, Instant to) {
        return sources.of(callers, by, from, to);
    }

    @Override
    public List<HourCount> source(CallerNumber caller, Instant from, Instant to) {
        return caller instanceof CallerNumber.Withheld
                ? question(SourceWords.withheldHours(), from, to)
                        .query((row, number) ->
                                new HourCount(Instant.ofEpochSecond(3600 * row.getLong("hour")), "", tally(row)))
                        .list()
                : number(caller, from, to);
    }

    private List<HourCount> number(CallerNumber caller, Instant from, Instant to) {
        return question(spans(3_600_000, "caller = :caller and "), from, to)
                .param("caller", caller.key())
                .query((row, number) -> span(row, Duration.ofHours(1)))
                .list();
    }

    @Override
    public List<HourCount> minutes(Instant from, Instant to) {
        return question(spans(60_000, ""), from, to)
                .query((row, number) -> span(row, Duration.ofMinutes(1)))
                .list();
    }

    private static String spans(long millis, String condition) {
        return "select arrived_at / " + millis + " as span, " + SUMS + " from (select arrived_at, 1 as calls, "
                + CallTally.named() + " from calls where " + condition
                + "arrived_at >= :from and arrived_at < :to) as found group by 1 order by 1";
    }

    private static HourCount span(ResultSet row, Duration length) throws SQLException {
        return new HourCount(Instant.EPOCH.plus(length.multipliedBy(row.getLong("span"))), "", tally(row));
    }

    private JdbcClient.StatementSpec question(String sql, Instant from, Instant to) {
        return reader.sql(sql).param("from", from.toEpochMilli()).param("to", to.toEpochMilli());
    }

    static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("calls"),
                row.getLong("silent"),
                row.getLong("noise"),
                row.getLong("good"),
                Duration.ofMillis(row.getLong("with_agent")));
    }
}
