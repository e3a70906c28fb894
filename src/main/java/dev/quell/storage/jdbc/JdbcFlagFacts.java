package dev.quell.storage.jdbc;

import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Flags and what became of the numbers that were flagged, over SQL. */
public final class JdbcFlagFacts {

    private final JdbcClient reader;

    public JdbcFlagFacts(JdbcClient reader) {
        this.reader = reader;
    }

    /**
     * A flag.
     *
     * @param takenBackBy who took it back; the agent where that was not written down; empty if it stands
     */
    public record Raised(CallerNumber caller, CallId call, String agent, Instant at, Optional<String> takenBackBy) {}

    /** A call of a number that somebody has flagged, of an outcome that speaks for or against the flags. */
    public record Ended(CallerNumber caller, String agent, CallOutcome outcome, Instant arrivedAt) {}

    /** Every flag since a moment, oldest first, one at a time. */
    public void flags(Instant from, Consumer<Raised> consumer) {
        try (Stream<Raised> flags = reader
                .sql("select * from flags where at >= :from order by at, id")
                .param("from", from.toEpochMilli())
                .query(JdbcFlagFacts::raised)
                .stream()) {
            flags.forEach(consumer);
        }
    }

    /** What one agent said of one call, of which a flag is one word: what was taken back first, then what stands. */
    public List<Raised> of(long flag) {
        return reader.sql("""
                        select flags.* from flags join flags as told on told.call_id = flags.call_id and told.agent = flags.agent
                        where told.id = :flag order by case when flags.undone_at is null then 1 else 0 end, flags.id""").param("flag", flag).query(JdbcFlagFacts::raised).list();
    }

    /** The good talks, silent calls and noise of flagged numbers since a moment, one at a time. */
    public void ends(Instant from, Consumer<Ended> consumer) {
        try (Stream<Ended> ends =
                reader.sql("""
                        select calls.caller, calls.agent, calls.outcome, calls.arrived_at
                        from (select distinct caller from flags where at >= :from) as flagged
                            join calls on calls.caller = flagged.caller
                        where calls.arrived_at >= :from and calls.outcome in ('GOOD_TALK', 'SILENT', 'NOISE')""").param("from", from.toEpochMilli()).query(JdbcFlagFacts::ended).stream()) {
            ends.forEach(consumer);
        }
    }

    private static Raised raised(ResultSet row, int number) throws SQLException {
        String agent = Rows.text(row, "agent");
        String by = Rows.text(row, "undone_by");
        return new Raised(
                CallerNumber.ofKey(Rows.text(row, "caller")),
                CallId.parse(Rows.text(row, "call_id")),
                agent,
                Rows.instant(row, "at"),
                Rows.optionalInstant(row, "undone_at").map(at -> by.isEmpty() ? agent : by));
    }

    private static Ended ended(ResultSet row, int number) throws SQLException {
        return new Ended(
                CallerNumber.ofKey(Rows.text(row, "caller")),
                Rows.text(row, "agent"),
                Rows.word(row, "outcome", CallOutcome.UNKNOWN),
                Rows.instant(row, "arrived_at"));
    }
}
