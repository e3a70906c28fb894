package dev.quell.storage.jdbc;

import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.traffic.ConcludedCall;
import dev.quell.traffic.TrafficLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Earlier calls and flags over SQL, one row at a time, without anything that was decided about them. */
public final class JdbcTrafficLog implements TrafficLog {

    private static final String CALLS = """
            select caller, trunk, line, arrived_at, outcome, answered, side, ended_at from calls
            where arrived_at >= :from and arrived_at < :to and ended_at is not null order by arrived_at""";
    private static final String FLAGS = """
            select flags.caller as caller, coalesce(calls.trunk, 'unknown') as trunk, flags.at as at
            from flags left join calls on calls.id = flags.call_id
            where flags.at >= :from and flags.at < :to and flags.undone_at is null order by flags.at""";

    private final JdbcClient reader;

    public JdbcTrafficLog(JdbcClient reader) {
        this.reader = reader;
    }

    @Override
    public void calls(Instant from, Instant to, Consumer<ConcludedCall> consumer) {
        try (Stream<ConcludedCall> calls = question(CALLS, from, to).query(JdbcTrafficLog::call).stream()) {
            calls.forEach(consumer);
        }
    }

    @Override
    public void flags(Instant from, Instant to, Consumer<FlaggedCall> consumer) {
        try (Stream<FlaggedCall> flags = question(FLAGS, from, to).query(JdbcTrafficLog::flag).stream()) {
            flags.forEach(consumer);
        }
    }

    private JdbcClient.StatementSpec question(String sql, Instant from, Instant to) {
        return reader.sql(sql).param("from", from.toEpochMilli()).param("to", to.toEpochMilli());
    }

    private static ConcludedCall call(ResultSet row, int number) throws SQLException {
        return new ConcludedCall(
                CallerNumber.ofKey(Rows.text(row, "caller")),
                Rows.text(row, "trunk"),
                Rows.text(row, "line"),
                Rows.instant(row, "arrived_at"),
                Rows.word(row, "outcome", CallOutcome.UNKNOWN),
                Rows.duration(row, "answered"),
                Rows.word(row, "side", HangupSide.UNKNOWN),
                Rows.instant(row, "ended_at"));
    }

    private static FlaggedCall flag(ResultSet row, int number) throws SQLException {
        return new FlaggedCall(
                CallerNumber.ofKey(Rows.text(row, "caller")), Rows.text(row, "trunk"), Rows.instant(row, "at"));
    }
}
