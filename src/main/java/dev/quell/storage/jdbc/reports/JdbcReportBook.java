package dev.quell.storage.jdbc.reports;

import dev.quell.reporting.sending.ReportBook;
import dev.quell.reporting.sending.SentMail;
import dev.quell.reporting.sending.SentReport;
import dev.quell.reporting.words.ReportText;
import dev.quell.storage.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The book of sent reports over SQL. */
public final class JdbcReportBook implements ReportBook {

    private final Database database;
    private final JdbcReportMails mails;

    public JdbcReportBook(Database database) {
        this.database = database;
        this.mails = new JdbcReportMails(database);
    }

    @Override
    public OptionalLong find(String schedule, LocalDate last) {
        return number(database.reader(), schedule, last);
    }

    private static OptionalLong number(JdbcClient client, String schedule, LocalDate last) {
        return client.sql("select id from sent_reports where schedule = :schedule and last_day = :last")
                .param("schedule", schedule)
                .param("last", last.toString())
                .query((row, number) -> OptionalLong.of(row.getLong(1)))
                .optional()
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public List<Long> endingSince(LocalDate day) {
        return database.reader()
                .sql("select id from sent_reports where last_day >= :day order by id")
                .param("day", day.toString())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    @Override
    public void remove(long id) {
        database.writeNow(connection -> {
            connection
                    .sql("delete from report_mails where report = :id")
                    .param("id", id)
                    .update();
            return connection
                    .sql("delete from sent_reports where id = :id")
                    .param("id", id)
                    .update();
        });
    }

    @Override
    public OptionalLong add(SentReport report, List<String> recipients) {
        return database.writeNow(connection -> {
            if (insert(connection, report) == 0) {
                return OptionalLong.empty();
            }
            OptionalLong id = number(connection, report.schedule(), report.last());
            JdbcReportMails.again(connection, id.orElseThrow(), recipients, report.madeAt());
            return id;
        });
    }

    private static int insert(JdbcClient connection, SentReport report) {
        return connection
                .sql("""
                        insert into sent_reports (schedule, first_day, last_day, made_at, language, report)
                        values (:schedule, :first, :last, :made, :language, :report)
                        on conflict (schedule, last_day) do nothing""")
                .param("schedule", report.schedule())
                .param("first", report.first().toString())
                .param("last", report.last().toString())
                .param("made", report.madeAt().toEpochMilli())
                .param("language", report.language())
                .param("report", JsonMapper.shared().writeValueAsString(report.text()))
                .update();
    }

    @Override
    public List<SentReport> newest(Optional<Place> after, int limit) {
        return database.reader()
                .sql("""
                        select * from sent_reports where made_at <= :at and (made_at < :at or id < :id)
                        order by made_at desc, id desc limit :limit""")
                .param("at", after.map(place -> place.madeAt().toEpochMilli()).orElse(Long.MAX_VALUE))
                .param("id", after.map(Place::id).orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public Optional<SentReport> find(long id) {
        return database.reader()
                .sql("select * from sent_reports where id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<SentMail> mails(Collection<Long> reports) {
        return mails.of(reports);
    }

    @Override
    public List<SentMail> due(Instant now, int limit) {
        return mails.due(now, limit);
    }

    @Override
    public boolean claim(SentMail mail, Instant next) {
        return mails.claim(mail, next);
    }

    @Override
    public void taken(SentMail mail, Instant at) {
        mails.taken(mail, at);
    }

    @Override
    public void failed(SentMail mail, String fault, Optional<Instant> next) {
        mails.failed(mail, fault, next);
    }

    @Override
    public void again(long report, Collection<String> recipients, Instant now) {
        database.writeNow(connection -> {
            JdbcReportMails.again(connection, report, recipients, now);
            return report;
        });
    }

    @Override
    public List<SentMail> failing(Instant since) {
        return mails.failing(since);
    }

    @Override
    public int forget(Instant before) {
        return database.writeNow(connection -> {
            connection
                    .sql(
                            "delete from report_mails where report in (select id from sent_reports where made_at < :before)")
                    .param("before", before.toEpochMilli())
                    .update();
            return connection
                    .sql("delete from sent_reports where made_at < :before")
                    .param("before", before.toEpochMilli())
                    .update();
        });
    }

    private static SentReport read(ResultSet row) throws SQLException {
        return new SentReport(
                row.getLong("id"),
                row.getString("schedule"),
                LocalDate.parse(row.getString("first_day")),
                LocalDate.parse(row.getString("last_day")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                row.getString("language"),
                JsonMapper.shared().readValue(row.getString("report"), ReportText.class));
    }
}
