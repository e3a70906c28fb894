package dev.quell.storage;

import dev.quell.evidence.EvidenceSettings;
import dev.quell.evidence.EvidenceStore;
import dev.quell.evidence.Holds;
import dev.quell.evidence.key.EvidenceKeys;
import dev.quell.storage.evidence.ChainKeeping;
import dev.quell.storage.evidence.JdbcEvidence;
import dev.quell.storage.evidence.JdbcHolds;
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
    EvidenceStore evidenceStore(SqliteDatabase database, JdbcClient settledReads, EvidenceKeys keys, Clock clock) {
        return new JdbcEvidence(database, settledReads, keys, clock);
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
