package dev.quell.storage;

import dev.quell.reporting.TreatedCalls;
import dev.quell.reporting.sending.ReportBook;
import dev.quell.reporting.sending.ScheduleStore;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.reports.JdbcReportBook;
import dev.quell.storage.jdbc.reports.JdbcScheduleStore;
import dev.quell.storage.jdbc.reports.JdbcTreatedCalls;
import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.storage.sqlite.read.ReadersKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where schedules, sent reports and what treatments came to are kept: in PostgreSQL for all instances, or here. */
@Configuration(proxyBeanMethods = false)
class ReportStores {

    @Bean
    ReportBook reportBook(SqliteDatabase database, ObjectProvider<PostgresStore> record) {
        return new JdbcReportBook(place(database, record));
    }

    @Bean
    ScheduleStore scheduleStore(SqliteDatabase database, ObjectProvider<PostgresStore> record) {
        return new JdbcScheduleStore(place(database, record));
    }

    @Bean
    TreatedCalls treatedCalls(SqliteDatabase database, ObjectProvider<PostgresStore> record) {
        return new JdbcTreatedCalls(place(database, record));
    }

    private static Database place(SqliteDatabase database, ObjectProvider<PostgresStore> record) {
        PostgresStore store = record.getIfAvailable();
        return store == null ? database.askedBy(ReadersKind.QUESTIONS) : store.database();
    }
}
