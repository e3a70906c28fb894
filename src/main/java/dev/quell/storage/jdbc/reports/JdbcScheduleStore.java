package dev.quell.storage.jdbc.reports;

import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.Schedule;
import dev.quell.reporting.sending.ScheduleStore;
import dev.quell.storage.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/** The schedules that people made, over SQL. */
public final class JdbcScheduleStore implements ScheduleStore {

    private final Database database;

    public JdbcScheduleStore(Database database) {
        this.database = database;
    }

    @Override
    public List<Kept> all() {
        return database.reader()
                .sql("select * from report_schedules order by name")
                .query((row, number) -> read(row))
                .list();
    }

    @Override
    public void put(Schedule schedule, Instant now) {
        database.writeNow(connection -> connection
                .sql("""
                        insert into report_schedules (name, rhythm, weekday, time_of_day, mail, webhook, language, since)
                        values (:name, :rhythm, :weekday, :time, :mail, :webhook, :language, :since)
                        on conflict (name) do update set rhythm = :rhythm, weekday = :weekday, time_of_day = :time, mail = :mail,
                            webhook = :webhook, language = :language""")
                .param("name", schedule.name())
                .param("rhythm", schedule.every().name())
                .param("weekday", schedule.day().name())
                .param("time", schedule.at().toString())
                .param("mail", String.join(" ", schedule.mail()))
                .param("webhook", schedule.webhook() ? 1 : 0)
                .param("language", schedule.language())
                .param("since", now.toEpochMilli())
                .update());
    }

    @Override
    public boolean remove(String name) {
        return database.writeNow(connection -> connection
                        .sql("delete from report_schedules where name = :name")
                        .param("name", name)
                        .update())
                == 1;
    }

    private static Kept read(ResultSet row) throws SQLException {
        String mail = row.getString("mail");
        Schedule schedule = new Schedule(
                row.getString("name"),
                Rhythm.valueOf(row.getString("rhythm")),
                DayOfWeek.valueOf(row.getString("weekday")),
                LocalTime.parse(row.getString("time_of_day")),
                mail.isEmpty() ? List.of() : List.of(mail.split(" ")),
                row.getInt("webhook") == 1,
                row.getString("language"));
        return new Kept(schedule, Instant.ofEpochMilli(row.getLong("since")));
    }
}
