package dev.quell.storage;

import dev.quell.share.KeptAnswers;
import dev.quell.storage.answers.JdbcKeptAnswers;
import dev.quell.storage.answers.SharedKeptAnswers;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.hooks.JdbcWebhookQueue;
import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.redis.agree.RedisKeptAnswers;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.webhook.WebhookQueue;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what the interface and webhooks keep: kept answers here and in Redis, or in PostgreSQL where there is no Redis; messages here alone. */
@Configuration(proxyBeanMethods = false)
class AnswerStores {

    @Bean
    KeptAnswers keptAnswers(
            Database database, ObjectProvider<RedisLink> redis, ObjectProvider<PostgresStore> record, Clock clock) {
        KeptAnswers own = new JdbcKeptAnswers(database, clock);
        RedisLink link = redis.getIfAvailable();
        PostgresStore store = record.getIfAvailable();
        if (link != null) {
            return new SharedKeptAnswers(own, new RedisKeptAnswers(link), clock);
        }
        return store == null ? own : new SharedKeptAnswers(own, new JdbcKeptAnswers(store.database(), clock), clock);
    }

    @Bean
    WebhookQueue webhookQueue(Database database) {
        return new JdbcWebhookQueue(database);
    }
}
