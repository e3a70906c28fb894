package dev.quell.storage.jdbc;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.call.Profile;
import dev.quell.flag.FlagReason;
import dev.quell.history.CallerProfile;
import dev.quell.history.PastCall;
import dev.quell.history.PastFlag;
import dev.quell.storage.memory.PastCalls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One caller's calls and flags over SQL, without anything that was decided about them. */
public final class JdbcPastCalls implements PastCalls {

    private final JdbcClient reader;

    public JdbcPastCalls(JdbcClient reader) {
        this.reader = reader;
    }

    @Override
    public List<PastCall> calls(CallerNumber caller, Instant from) {
        return reader.sql("""
                        select id, arrived_at, line, profile, trunk, from_host, user_agent, codec, attestation, ended_at, answered, side, outcome, conduct, disturbed
                        from calls where caller = :caller and arrived_at >= :from order by arrived_at desc, seq desc limit :most""")
                .param("caller", caller.key())
                .param("from", from.toEpochMilli())
                .param("most", CallerProfile.MAX_CALLS)
                .query(JdbcPastCalls::call)
                .list()
                .reversed();
    }

    @Override
    public List<PastFlag> flags(CallerNumber caller, Instant from) {
        return reader.sql(
                        "select at, agent, reason from flags where caller = :caller and at >= :from and undone_at is null order by at, id")
                .param("caller", caller.key())
                .param("from", from.toEpochMilli())
                .query(JdbcPastCalls::flag)
                .list();
    }

    private static PastCall call(ResultSet row, int number) throws SQLException {
        return new PastCall(
                CallId.parse(Rows.text(row, "id")),
                Rows.instant(row, "arrived_at"),
                Rows.text(row, "line"),
                Rows.word(row, "profile", Profile.PROTECTED),
                Rows.text(row, "trunk"),
                ScreenedColumns.fingerprint(row).key(),
                Rows.word(row, "attestation", Attestation.NONE),
                lasted(row),
                Rows.duration(row, "answered"),
                Rows.word(row, "side", HangupSide.UNKNOWN),
                Rows.word(row, "outcome", CallOutcome.UNKNOWN),
                ConductColumn.read(row),
                Disturbances.read(row));
    }

    private static Duration lasted(ResultSet row) throws SQLException {
        long millis = row.getLong("ended_at") - row.getLong("arrived_at");
        return millis > 0 ? Duration.ofMillis(millis) : Duration.ZERO;
    }

    private static PastFlag flag(ResultSet row, int number) throws SQLException {
        FlagReason reason = Rows.word(row, "reason", FlagReason.UNSPECIFIED);
        return new PastFlag(
                Rows.instant(row, "at"), Rows.text(row, "agent"), reason.name().toLowerCase(Locale.ROOT), 1);
    }
}
