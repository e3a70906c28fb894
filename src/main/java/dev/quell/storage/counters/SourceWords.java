package dev.quell.storage.counters;

import dev.quell.call.CallerNumber;
import dev.quell.report.Counters.Word;
import dev.quell.report.SourceCalls;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What single sources did: numbers from their newest calls, the withheld ones from counters of their own. */
final class SourceWords {

    /** So many calls are looked at for one question. */
    private static final int MOST_CALLS = 10_000;

    private static final String TALLY = """
            sum(calls) as calls, sum(silent) as silent, sum(noise) as noise, sum(good) as good, sum(with_agent) as with_agent""";

    private final JdbcClient reader;

    SourceWords(JdbcClient reader) {
        this.reader = reader;
    }

    List<SourceCalls> of(Collection<CallerNumber> callers, Set<Word> by, Instant from, Instant to) {
        Words words = new Words(by);
        return callers.stream()
                .flatMap(caller -> (caller instanceof CallerNumber.Withheld
                                ? reader.sql(withheld(words))
                                : newest(caller, words, MOST_CALLS / callers.size()))
                                .param("from", from.toEpochMilli())
                                .param("to", to.toEpochMilli())
                                .query((row, number) -> new SourceCalls(caller, words.of(row), JdbcCounters.tally(row)))
                                .list()
                                .stream())
                .toList();
    }

    private JdbcClient.StatementSpec newest(CallerNumber caller, Words by, int most) {
        return reader.sql("select " + by.names() + ", " + TALLY + " from (select " + by.columns() + ", 1 as calls, "
                        + CallTally.named()
                        + " from calls where caller = :caller and arrived_at >= :from and arrived_at < :to"
                        + " order by arrived_at desc limit :most) as newest group by " + by.names())
                .param("caller", caller.key())
                .param("most", most);
    }

    /** Whole days, then the hours before and behind them, then what is not counted beforehand. */
    private static String withheld(Words by) {
        return withheld(
                Counted.both(),
                by.names(),
                by.columns(),
                counted("counter_withheld_days", by.columns(), Counted.WHOLE_DAYS),
                counted("counter_withheld", by.columns(), Counted.HOURS_BEFORE),
                counted("counter_withheld", by.columns(), Counted.HOURS_BEHIND));
    }

    /** Counts the withheld calls by {@code hour}. */
    static String withheldHours() {
        return withheld(
                        Counted.HOURS,
                        "hour",
                        "arrived_at / 3600000",
                        counted("counter_withheld", "hour", "hour" + Counted.SPANS.formatted("hour")))
                + " order by hour";
    }

    /** Rows of a table of counters, told apart by some columns. */
    private static String counted(String table, String columns, String condition) {
        return "select " + columns + ", calls, case when outcome = 'SILENT' then calls else 0 end as silent,"
                + " case when outcome = 'NOISE' then calls else 0 end as noise, case when outcome = 'GOOD_TALK' then calls else 0 end as good, with_agent"
                + " from " + table + " where " + condition;
    }

    /**
     * A statement that counts the withheld calls.
     *
     * @param begin which part of the period is counted beforehand
     * @param names of the columns by which they are told apart
     * @param called the same of {@code calls}, as expressions
     * @param counted rows of counters
     */
    private static String withheld(String begin, String names, String called, String... counted) {
        String one = "select " + called + ", " + CallTally.of("1") + " from calls where caller = 'withheld' and ";
        String rows = String.join(
                "\nunion all\n",
                String.join("\nunion all\n", counted),
                "select " + called + ", " + CallTally.of("sign")
                        + " from counter_changes where caller = 'withheld' and " + Counted.CHANGES,
                one + Counted.BEFORE,
                one + Counted.BEHIND);
        return begin + "select " + names + ", " + TALLY + " from (" + rows + ") as told group by " + names
                + " having sum(calls) <> 0";
    }
}
