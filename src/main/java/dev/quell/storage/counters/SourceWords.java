package dev.quell.storage.counters;

import dev.quell.call.CallerNumber;
import dev.quell.report.SourceWord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** @param column a call's word, as an expression */
    List<SourceWord> of(Collection<CallerNumber> callers, String column, Instant from, Instant to) {
        return callers.stream()
                .flatMap(caller -> (caller instanceof CallerNumber.Withheld
                                ? reader.sql(withheld(column, "order by calls desc, word"))
                                : newest(caller, column, MOST_CALLS / callers.size()))
                                .param("from", from.toEpochMilli())
                                .param("to", to.toEpochMilli())
                                .query((row, number) ->
                                        new SourceWord(caller, row.getString("word"), JdbcCounters.tally(row)))
                                .list()
                                .stream())
                .toList();
    }

    private JdbcClient.StatementSpec newest(CallerNumber caller, String column, int most) {
        return reader.sql("select word, " + TALLY + " from (select " + column + " as word, 1 as calls, "
                        + CallTally.named()
                        + " from calls where caller = :caller and arrived_at >= :from and arrived_at < :to"
                        + " order by arrived_at desc limit :most) as newest group by word order by calls desc, word")
                .param("caller", caller.key())
                .param("most", most);
    }

    /**
     * A statement that counts the withheld calls.
     *
     * @param what they are told apart by, an expression over {@code calls} and {@code counter_withheld}; it is called {@code word}
     * @param order how the rows come
     */
    static String withheld(String what, String order) {
        return withheld(what, what, order);
    }

    /** The same by hour. */
    static String withheldHours() {
        return withheld("hour", "arrived_at / 3600000", "order by word");
    }

    private static String withheld(String counted, String called, String order) {
        String one = "select " + called + ", " + CallTally.of("1") + " from calls where caller = 'withheld' and ";
        return Counted.HOURS + "select word, " + TALLY + " from (select " + counted
                + " as word, calls, silent, noise, good, with_agent from (select *, case when outcome = 'SILENT' then calls else 0 end as silent,"
                + " case when outcome = 'NOISE' then calls else 0 end as noise, case when outcome = 'GOOD_TALK' then calls else 0 end as good"
                + " from counter_withheld where hour" + Counted.SPANS.formatted("hour")
                + ") as hours\nunion all\nselect " + called + ", "
                + CallTally.of("sign") + " from counter_changes where caller = 'withheld' and " + Counted.CHANGES
                + "\nunion all\n" + one + Counted.BEFORE + "\nunion all\n" + one + Counted.BEHIND
                + ") as told group by word having sum(calls) <> 0 " + order;
    }
}
