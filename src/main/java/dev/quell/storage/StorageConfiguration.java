package dev.quell.storage;

import dev.quell.blocklist.ListStore;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.VersionBook;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.flag.FlagStore;
import dev.quell.flag.trust.FlagLedger;
import dev.quell.known.KnownCallerStore;
import dev.quell.known.KnownCallers;
import dev.quell.report.Counters;
import dev.quell.report.SourceFacts;
import dev.quell.screening.CallJournal;
import dev.quell.storage.counters.Folding;
import dev.quell.storage.counters.FoldingJob;
import dev.quell.storage.counters.JdbcCounters;
import dev.quell.storage.database.Database;
import dev.quell.storage.evidence.ChainBeginning;
import dev.quell.storage.jdbc.JdbcCallJournal;
import dev.quell.storage.jdbc.JdbcCallLog;
import dev.quell.storage.jdbc.JdbcFlagStore;
import dev.quell.storage.jdbc.JdbcKnownCallers;
import dev.quell.storage.jdbc.JdbcListStore;
import dev.quell.storage.jdbc.JdbcPastCalls;
import dev.quell.storage.jdbc.JdbcSourceFacts;
import dev.quell.storage.jdbc.JdbcStoredPages;
import dev.quell.storage.jdbc.JdbcTrafficLog;
import dev.quell.storage.jdbc.JdbcVersionBook;
import dev.quell.storage.journal.Journal;
import dev.quell.storage.journal.JournaledCalls;
import dev.quell.storage.journal.JournaledPastCalls;
import dev.quell.storage.journal.SettledReads;
import dev.quell.storage.memory.CachedCallerHistory;
import dev.quell.storage.memory.PastCalls;
import dev.quell.storage.memory.RecordListener;
import dev.quell.storage.memory.SharedCalls;
import dev.quell.storage.memory.TellingFlagStore;
import dev.quell.storage.memory.filter.FilteredPastCalls;
import dev.quell.storage.memory.filter.StoredCallers;
import dev.quell.storage.postgres.read.SharedReads;
import dev.quell.storage.redis.calls.CallSharing;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.sqlite.SqliteDatabase;
import dev.quell.storage.sqlite.read.ReadersKind;
import dev.quell.traffic.TrafficLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the stores together over the embedded database. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    @Bean
    SqliteDatabase database(DataSettings settings, MeterRegistry registry) {
        return SqliteDatabase.open(settings.dataDirectory(), registry);
    }

    @Bean
    ChainBeginning chainBeginning(SqliteDatabase database, EvidenceKeys keys, Clock clock) {
        return new ChainBeginning(database, keys, clock);
    }

    /** The chain has its signed beginning before the journal brings calls into it, if the key lets it. */
    @Bean
    Journal journal(
            DataSettings data,
            StorageSettings settings,
            SqliteDatabase database,
            ChainBeginning chain,
            Environment environment,
            MeterRegistry registry) {
        chain.tryBegin();
        boolean alone = Destinations.of(environment).names().isEmpty();
        return Journal.open(
                data.dataDirectory(),
                settings.journal().toBytes(),
                alone ? Journal.ALONE : Journal.SOON,
                database,
                registry);
    }

    /** For questions of people: they see what was told before. */
    @Bean
    JdbcClient settledReads(SqliteDatabase database, Journal journal) {
        return SettledReads.of(database.readers(ReadersKind.QUESTIONS), journal);
    }

    /** The service's own readers' connections, for Spring's own health and pool figures; closed by the database. */
    @Bean(destroyMethod = "")
    DataSource dataSource(SqliteDatabase database) {
        return database.readers(ReadersKind.SERVICE).connections();
    }

    @Bean
    StoredCallers storedCallers() {
        return new StoredCallers();
    }

    @Bean
    StoredCallersJob storedCallersJob(StoredCallers callers, Database database, Journal journal) {
        return new StoredCallersJob(callers, new JdbcStoredPages(database.reader()), journal::settle);
    }

    @Bean
    CachedCallerHistory callerHistory(
            SqliteDatabase database,
            Journal journal,
            StoredCallers stored,
            KnownCallers known,
            FlagLedger ledger,
            StorageSettings settings,
            @Value("${quell.flag.spacing}") Duration flagSpacing,
            ObjectProvider<CallSharing> sharing) {
        PastCalls inDatabase = new FilteredPastCalls(
                new JdbcPastCalls(database.readers(ReadersKind.CALLS).client()), stored);
        PastCalls own = new JournaledPastCalls(inDatabase, journal);
        CallSharing shared = sharing.getIfAvailable();
        return new CachedCallerHistory(
                shared == null ? own : shared.pastCalls(own),
                stored,
                new LiveStanding(known, ledger),
                settings.retention().calls(),
                flagSpacing,
                settings.historyCache().toBytes());
    }

    @Bean
    HistoryMetrics historyMetrics(CachedCallerHistory history, StoredCallers stored) {
        return new HistoryMetrics(history, stored);
    }

    @Bean
    KnownCallerStore knownCallerStore(Database database) {
        return new JdbcKnownCallers(database);
    }

    @Bean
    FlagLedger flagLedger() {
        return new FlagLedger();
    }

    @Bean
    CallJournal callJournal(
            Journal journal, SqliteDatabase database, RecordListener listener, ObjectProvider<SharedCalls> shared) {
        SharedCalls others = shared.orderedStream().reduce(SharedCalls::of).orElseGet(SharedCalls::none);
        return new JournaledCalls(journal, new JdbcCallJournal(database.askedBy(ReadersKind.CALLS)), others, listener);
    }

    @Bean
    FlagStore flagStore(SqliteDatabase database, RecordListener listener) {
        return new TellingFlagStore(new JdbcFlagStore(database.askedBy(ReadersKind.QUESTIONS)), listener);
    }

    @Bean
    ListStore listStore(SqliteDatabase database) {
        return new JdbcListStore(database.askedBy(ReadersKind.QUESTIONS));
    }

    @Bean
    CallLog callLog(JdbcClient settledReads, ObjectProvider<SharedReads> shared, Environment environment) {
        CallLog here = new JdbcCallLog(settledReads);
        CallLog own = Destinations.of(environment).names().isEmpty() ? here : new OwnCalls(here);
        SharedReads all = shared.getIfAvailable();
        return all == null ? own : all.callLog(own);
    }

    @Bean
    VersionBook versionBook(Database database, ObjectProvider<SharedReads> shared) {
        VersionBook own = new JdbcVersionBook(database);
        SharedReads all = shared.getIfAvailable();
        return all == null ? own : all.versions(own);
    }

    @Bean
    SourceFacts sourceFacts(JdbcClient settledReads, ObjectProvider<SharedReads> shared) {
        SourceFacts own = new JdbcSourceFacts(settledReads);
        SharedReads all = shared.getIfAvailable();
        return all == null ? own : all.sourceFacts(own);
    }

    @Bean
    Counters counters(JdbcClient settledReads, ObjectProvider<SharedReads> shared) {
        Counters own = new JdbcCounters(settledReads);
        SharedReads all = shared.getIfAvailable();
        return all == null ? own : all.counters(own);
    }

    @Bean(initMethod = "start")
    FoldingJob foldingJob(Database database, Journal journal, Clock clock) {
        return new FoldingJob(new Folding(database), journal::isBehind, clock, ZoneId.systemDefault());
    }

    @Bean
    TrafficLog trafficLog(JdbcClient settledReads) {
        return new JdbcTrafficLog(settledReads);
    }
}
