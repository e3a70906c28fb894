package dev.quell.storage.jdbc;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.WayStep;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.CallTotals;
import dev.quell.calllog.CallerFilter;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import dev.quell.classifier.whatif.Circumstances;
import dev.quell.storage.counters.CallDirectory;
import dev.quell.storage.counters.SourceSums;
import dev.quell.storage.counters.SpanWalk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The call log over SQL. */
public final class JdbcCallLog implements CallLog {

    private static final int FEW = 20_000;

    private final JdbcClient reader;
    private final SpanWalk walk;
    private final CallDirectory directory;
    private final CallSums sums;

    /** Of the embedded database. */
    public JdbcCallLog(JdbcClient reader) {
        this(reader, SpanWalk.CROSS_JOIN);
    }

    /** @param walk how the database goes through spans */
    public JdbcCallLog(JdbcClient reader, SpanWalk walk) {
        this(reader, walk, new CallSums(reader, walk));
    }

    /**
     * Of other bounds than it has by itself.
     *
     * @param few of fewer calls, whenever they came, each is looked at to sum them up; from 1
     * @param most days of callers that are summed up otherwise; from 1
     */
    public JdbcCallLog(JdbcClient reader, SpanWalk walk, int few, int most) {
        this(reader, walk, new CallSums(reader, walk, few, new SourceSums(reader, walk, most)));
    }

    private JdbcCallLog(JdbcClient reader, SpanWalk walk, CallSums sums) {
        this.reader = reader;
        this.walk = walk;
        this.directory = new CallDirectory(reader, walk);
        this.sums = sums;
    }

    @Override
    public Optional<LoggedCall> find(CallId id) {
        return reader.sql("select * from calls where id = :id")
                .param("id", id.toString())
                .query(JdbcCallLog::read)
                .optional();
    }

    @Override
    public Optional<LoggedCall> findCase(String digits) {
        return reader.sql("select * from calls where case_number = :digits order by arrived_at desc, seq desc limit 1")
                .param("digits", digits)
                .query(JdbcCallLog::read)
                .optional();
    }

    @Override
    public CallPage search(Query query) {
        CallQuestion question = CallQuestion.of(query, few(query.filter()));
        look(question, query.filter(), CallWords.areAll(query.filter()) ? query.limit() + 1 : Integer.MAX_VALUE);
        return CallPage.of(
                query,
                question.isVain()
                        ? List.of()
                        : reader.sql(question.page(walk))
                                .params(question.values())
                                .param("limit", query.limit() + 1)
                                .query(JdbcCallLog::read)
                                .list());
    }

    /** Narrows a question that goes through time to where calls with its words are. */
    private void look(CallQuestion question, CallFilter filter, int wanted) {
        Map<String, String> words = CallWords.of(filter);
        if (!question.isLed() && !words.isEmpty()) {
            question.within(directory.spans(question.wanted(words, wanted)));
        }
    }

    /** Whether a prefix or a range has so few calls that sorting them is less than going through time for them. */
    private boolean few(CallFilter filter) {
        return filter.caller()
                .flatMap(CallConditions::bounds)
                .filter(bounds -> callsOf(bounds) < FEW)
                .isPresent();
    }

    private int callsOf(CallConditions.Bounds bounds) {
        return reader.sql(
                        "select count(*) from (select 1 from calls where caller >= :start and caller < :end limit :most) as found")
                .param("start", bounds.start())
                .param("end", bounds.end())
                .param("most", FEW)
                .query(Integer.class)
                .single();
    }

    @Override
    public int count(CallFilter filter, int most) {
        Map<String, String> words = CallWords.of(filter);
        if (!words.isEmpty() && CallWords.areAll(filter)) {
            return directory.count(
                    words, filter.from().toEpochMilli(), filter.to().toEpochMilli(), most);
        }
        CallQuestion question = CallQuestion.of(filter, few(filter));
        look(question, filter, Integer.MAX_VALUE);
        if (question.isVain()) {
            return 0;
        }
        return reader.sql("select count(*) from (" + question.select("1", walk) + " limit :most) as found")
                .params(question.values())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    @Override
    public CallTotals totals(CallerFilter callers, Instant from, Instant to) {
        return sums.of(callers, from, to);
    }

    @Override
    public void scan(Instant from, Instant to, Consumer<LoggedCall> consumer) {
        try (Stream<LoggedCall> calls = reader
                .sql("select * from calls where arrived_at >= :from and arrived_at < :to" + " order by arrived_at, seq")
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query(JdbcCallLog::read)
                .stream()) {
            calls.forEach(consumer);
        }
    }

    /** Reads a row with all columns. */
    public static LoggedCall read(ResultSet row, int number) throws SQLException {
        return new LoggedCall(
                CallId.parse(Rows.text(row, "id")),
                Rows.instant(row, "arrived_at"),
                CallerNumber.ofKey(Rows.text(row, "caller")),
                Rows.text(row, "name"),
                Rows.text(row, "line"),
                Rows.text(row, "profile").toLowerCase(Locale.ROOT),
                Rows.text(row, "trunk"),
                Rows.text(row, "attestation"),
                ScreenedColumns.fingerprint(row).key(),
                VerdictColumns.read(row, VerdictColumns.ARRIVAL),
                Rows.word(row, "applied", Action.PASS),
                Rows.text(row, "applied_because"),
                Rows.text(row, "case_number"),
                Rows.optionalInstant(row, "ended_at"),
                WayStep.parse(Rows.text(row, "way")),
                Rows.duration(row, "answered"),
                Rows.optionalDuration(row, "with_agent"),
                Rows.word(row, "side", HangupSide.UNKNOWN),
                Rows.optionalLong(row, "packets"),
                Rows.text(row, "queue"),
                Rows.text(row, "agent"),
                Rows.word(row, "outcome", CallOutcome.UNKNOWN),
                Rows.text(row, "outcome_because"),
                ConductColumn.read(row),
                VerdictColumns.read(row, VerdictColumns.HINDSIGHT),
                circumstances(row));
    }

    private static Optional<Circumstances> circumstances(ResultSet row) throws SQLException {
        return row.getString("profile") == null
                ? Optional.empty()
                : Optional.of(Circumstances.of(ScreenedColumns.line(row)));
    }
}
