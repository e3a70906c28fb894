package dev.quell.storage;

import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcRevisionStore;
import dev.quell.storage.jdbc.desk.JdbcRuleProposalStore;
import dev.quell.tuning.RevisionStore;
import dev.quell.tuning.proposal.RuleProposalStore;
import dev.quell.tuning.trial.Records;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the stores of saved and of proposed rules together, and what they are tried over: this instance's own calls. */
@Configuration(proxyBeanMethods = false)
class RuleStores {

    @Bean
    RevisionStore revisionStore(Database database) {
        return new JdbcRevisionStore(database);
    }

    @Bean
    RuleProposalStore ruleProposalStore(Database database) {
        return new JdbcRuleProposalStore(database);
    }

    @Bean
    Records records(DataSettings settings) {
        return () -> OpenLog.of(settings.dataDirectory());
    }
}
