package dev.quell.storage.jdbc;

import dev.quell.backtest.CallArchive;
import dev.quell.blocklist.ListEntry;
import dev.quell.call.CallOutcome;
import dev.quell.call.CallerNumber;
import dev.quell.call.HangupSide;
import dev.quell.history.KnownAs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What calls can be decided again from, over SQL; of the calls one row at a time is held. */
public final class JdbcCallArchive implements CallArchive {

    private final JdbcClient reader;

    public JdbcCallArchive(JdbcClient reader) {
        this.reader = reader;
    }

    @Override
    public void calls(Instant from, Instant to, Consumer<PastCall> consumer) {
        try (Stream<PastCall> calls = reader
                .sql("select * from calls where arrived_at >= :from and arrived_at < :to order by arrived_at, seq")
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query(JdbcCallArchive::call)
                .stream()) {
            calls.forEach(consumer);
        }
    }

    private static PastCall call(ResultSet row, int number) throws SQLException {
        return new PastCall(
                ScreenedColumns.call(row),
                Rows.optionalInstant(row, "ended_at"),
                Rows.duration(row, "answered"),
                Rows.word(row, "side", HangupSide.UNKNOWN),
                Rows.word(row, "outcome", CallOutcome.UNKNOWN),
                ConductColumn.read(row));
    }

    @Override
    public List<PastFlag> flags(Instant from, Instant to) {
        return reader.sql("select * from flags where at >= :from and at < :to order by at, id")
                .param("from", from.toEpochMilli())
                .param("to", to.toEpochMilli())
                .query((row, number) -> new PastFlag(JdbcFlagStore.read(row, number), Rows.text(row, "undone_by")))
                .list();
    }

    @Override
    public List<ListEntry> entries() {
        return reader.sql("select * from list_entries where origin = 'MANUAL' order by created_at, id")
                .query(ListRows::read)
                .list();
    }

    @Override
    public List<Known> known() {
        return reader.sql("select * from known_callers where removed_at is null order by known_at, caller, kind")
                .query((row, number) -> new Known(
                        CallerNumber.ofKey(Rows.text(row, "caller")),
                        Rows.word(row, "kind", KnownAs.CUSTOMER),
                        Rows.instant(row, "known_at"),
                        Rows.optionalInstant(row, "expires_at")))
                .list();
    }
}
