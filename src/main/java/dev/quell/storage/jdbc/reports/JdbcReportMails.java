package dev.quell.storage.jdbc.reports;

import dev.quell.reporting.sending.SentMail;
import dev.quell.storage.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails of sent reports over SQL. */
final class JdbcReportMails {

    private static final String ONE = " where report = :report and recipient = :to";

    private final Database database;

    JdbcReportMails(Database database) {
        this.database = database;
    }

    List<SentMail> of(Collection<Long> reports) {
        return reports.isEmpty()
                ? List.of()
                : database.reader()
                        .sql("select * from report_mails where report in (:reports) order by recipient")
                        .param("reports", reports)
                        .query((row, number) -> read(row))
                        .list();
    }

    List<SentMail> due(Instant now, int limit) {
        return database.reader()
                .sql(
                        "select * from report_mails where next_at <= :now order by next_at, report, recipient limit :limit")
                .param("now", now.toEpochMilli())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    boolean claim(SentMail mail, Instant next) {
        return database.writeNow(connection -> one(
                                connection, mail, "tries = tries + 1, next_at = :next", " and next_at = :seen")
                        .param("next", next.toEpochMilli())
                        .param("seen", mail.next().map(Instant::toEpochMilli).orElse(-1L))
                        .update())
                == 1;
    }

    void taken(SentMail mail, Instant at) {
        database.writeNow(connection -> one(connection, mail, "next_at = null, taken_at = :at, fault = ''", "")
                .param("at", at.toEpochMilli())
                .update());
    }

    void failed(SentMail mail, String fault, Optional<Instant> next) {
        String again = next.isPresent() ? ":next" : "null";
        database.writeNow(connection -> {
            JdbcClient.StatementSpec change = one(connection, mail, "next_at = " + again + ", fault = :fault", "")
                    .param("fault", fault);
            return (next.isPresent() ? change.param("next", next.get().toEpochMilli()) : change).update();
        });
    }

    private static JdbcClient.StatementSpec one(JdbcClient connection, SentMail mail, String set, String when) {
        return connection
                .sql("update report_mails set " + set + ONE + when)
                .param("report", mail.report())
                .param("to", mail.to());
    }

    static void again(JdbcClient connection, long report, Collection<String> recipients, Instant now) {
        recipients.forEach(to -> connection
                .sql("""
                        insert into report_mails (report, recipient, asked_at, tries, next_at) values (:report, :to, :now, 0, :now)
                        on conflict (report, recipient) do update
                        set asked_at = :now, tries = 0, next_at = :now, taken_at = null, fault = ''""")
                .param("report", report)
                .param("to", to)
                .param("now", now.toEpochMilli())
                .update());
    }

    List<SentMail> failing(Instant since) {
        return database.reader()
                .sql("""
                        select m.* from sent_reports as r join report_mails as m on m.report = r.id
                        where r.made_at >= :since and m.taken_at is null and m.fault <> '' order by m.report, m.recipient""")
                .param("since", since.toEpochMilli())
                .query((row, number) -> read(row))
                .list();
    }

    private static SentMail read(ResultSet row) throws SQLException {
        return new SentMail(
                row.getLong("report"),
                row.getString("recipient"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                row.getInt("tries"),
                time(row, "next_at"),
                time(row, "taken_at"),
                row.getString("fault"));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
