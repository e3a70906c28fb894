package dev.quell.storage;

import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.Holds;
import dev.quell.evidence.custody.Custody;
import dev.quell.evidence.desk.LogLook;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.evidence.ChainBeginning;
import dev.quell.storage.evidence.ChainKeeping;
import dev.quell.storage.evidence.EarlierCallsJob;
import dev.quell.storage.evidence.JdbcCustody;
import dev.quell.storage.evidence.JdbcEvidence;
import dev.quell.storage.evidence.JdbcHolds;
import dev.quell.storage.journal.Journal;
import dev.quell.storage.sqlite.SqliteDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together what evidence is made of. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

    @Bean
    EvidenceKeys evidenceKeys(EvidenceSettings settings) {
        return new EvidenceKeys(settings.keyFile());
    }

    @Bean
    EvidenceStore evidenceStore(
            SqliteDatabase database, JdbcClient settledReads, EvidenceKeys keys, ChainBeginning beginning) {
        return new JdbcEvidence(database, settledReads, keys, beginning);
    }

    @Bean(initMethod = "start")
    EarlierCallsJob earlierCallsJob(SqliteDatabase database, EvidenceKeys keys, Clock clock, Journal journal) {
        return new EarlierCallsJob(database, keys, clock, journal::isBehind);
    }

    @Bean
    Custody custody(SqliteDatabase database, JdbcClient settledReads, StorageSettings settings) {
        return new JdbcCustody(database, settledReads, settings.retention().calls());
    }

    @Bean
    LogLook logLook(DataSettings settings) {
        return (known, pace) -> OwnLook.look(settings.dataDirectory(), known, pace);
    }

    @Bean
    Holds legalHolds(SqliteDatabase database, EvidenceKeys keys) {
        return new JdbcHolds(database, keys);
    }

    @Bean
    ChainKeeping chainKeeping(SqliteDatabase database, EvidenceKeys keys) {
        return new ChainKeeping(database, keys);
    }
}
