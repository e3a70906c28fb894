package dev.quell.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import dev.quell.storage.StorageSettings;
import dev.quell.storage.database.Database;
import dev.quell.storage.postgres.feed.Feed;
import dev.quell.storage.postgres.feed.FeedMark;
import dev.quell.storage.postgres.read.RecordedCalls;
import dev.quell.storage.postgres.read.SharedReads;
import dev.quell.storage.postgres.ship.ChainHeads;
import dev.quell.storage.postgres.ship.LagWatch;
import dev.quell.storage.postgres.ship.Shipper;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.Replica;
import dev.quell.storage.share.SharedSettings;
import dev.quell.storage.share.WherePostgres;
import dev.quell.storage.share.outbox.Sharing;
import dev.quell.storage.share.outbox.SqliteOutbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Puts together what PostgreSQL is used for, where {@code spring.datasource.url} names one. */
@Configuration(proxyBeanMethods = false)
@WherePostgres
class PostgresConfiguration {

    /** Gives the numbers also where Redis could. */
    @Bean
    @Primary
    PostgresStore record(Environment environment, Clock clock) {
        HikariConfig config = new HikariConfig();
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(config));
        config.setJdbcUrl(environment.getRequiredProperty("spring.datasource.url"));
        config.setUsername(environment.getProperty("spring.datasource.username", config.getUsername()));
        config.setPassword(environment.getProperty("spring.datasource.password", config.getPassword()));
        return new PostgresStore(config, clock);
    }

    @Bean(initMethod = "start")
    Shipper shipper(
            PostgresStore store,
            Sharing sharing,
            InstanceKeeper keeper,
            SqliteOutbox outbox,
            Clock clock,
            MeterRegistry registry) {
        return new Shipper(store, sharing, keeper, outbox, clock, registry);
    }

    @Bean(initMethod = "start")
    Feed feed(PostgresStore store, InstanceKeeper keeper, Database own, Replica replica, SharedSettings settings) {
        return new Feed(store, keeper, new FeedMark(own), replica, settings.look());
    }

    @Bean(initMethod = "start")
    LagWatch lagWatch(
            SqliteOutbox outbox, Shipper shipper, SharedSettings settings, Clock clock, MeterRegistry registry) {
        return new LagWatch(outbox, shipper, settings.alarm(), clock, registry);
    }

    @Bean(initMethod = "start")
    RecordJob recordJob(PostgresStore store, StorageSettings settings, Clock clock) {
        StorageSettings.Retention kept = settings.retention();
        return new RecordJob(
                store, new RecordJob.Times(kept.calls(), kept.flags(), kept.entries(), kept.audit()), clock);
    }

    @Bean(initMethod = "start")
    ChainHeads chainHeads(PostgresStore store, Database own, InstanceKeeper keeper, Clock clock) {
        return new ChainHeads(store, own, keeper, clock);
    }

    @Bean
    SharedReads sharedReads(PostgresStore store, SharedSettings settings, Clock clock) {
        return new SharedReads(store, settings.patience(), clock);
    }

    /** Asked after Redis, where there is one. */
    @Bean
    @Order(2)
    RecordedCalls recordedCalls(PostgresStore store, InstanceKeeper keeper, Clock clock, MeterRegistry registry) {
        return new RecordedCalls(store, keeper, clock, registry);
    }

    @Bean
    HealthIndicator sharedHealthIndicator(Shipper shipper, Feed feed, LagWatch lag) {
        return new RecordHealth(shipper, feed, lag);
    }
}
