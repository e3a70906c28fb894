package dev.quell.storage;

import dev.quell.security.audit.AuditLog;
import dev.quell.security.people.AccountStore;
import dev.quell.security.tokens.TokenStore;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.people.JdbcAccountStore;
import dev.quell.storage.jdbc.people.JdbcAuditLog;
import dev.quell.storage.jdbc.people.JdbcTokenStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the stores of accounts, tokens and the audit together over the embedded database, which has those of all instances. */
@Configuration(proxyBeanMethods = false)
class PeopleStores {

    @Bean
    AccountStore accountStore(Database database) {
        return new JdbcAccountStore(database);
    }

    @Bean
    TokenStore tokenStore(Database database) {
        return new JdbcTokenStore(database);
    }

    @Bean
    AuditLog auditLog(Database database) {
        return new JdbcAuditLog(database);
    }
}
