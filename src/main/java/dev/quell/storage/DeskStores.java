package dev.quell.storage;

import dev.quell.blocklist.proposal.ProposalStore;
import dev.quell.review.ReviewStore;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.desk.JdbcProposalStore;
import dev.quell.storage.jdbc.desk.JdbcReviewStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the stores of reviews and proposals together over the embedded database, which has those of all instances. */
@Configuration(proxyBeanMethods = false)
class DeskStores {

    @Bean
    ReviewStore reviewStore(Database database) {
        return new JdbcReviewStore(database);
    }

    @Bean
    ProposalStore proposalStore(Database database) {
        return new JdbcProposalStore(database);
    }
}
