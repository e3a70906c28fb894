package dev.quell.storage;

import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcRevisionStore;
import dev.quell.tuning.RevisionStore;
import dev.quell.tuning.trial.Records;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the store of saved rules together, and what they are tried over: this instance's own calls. */
@Configuration(proxyBeanMethods = false)
class RuleStores {

    @Bean
    RevisionStore revisionStore(Database database) {
        return new JdbcRevisionStore(database);
    }

    @Bean
    Records records(DataSettings settings) {
        return () -> OpenLog.of(settings.dataDirectory());
    }
}
