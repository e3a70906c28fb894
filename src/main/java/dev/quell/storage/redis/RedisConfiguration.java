package dev.quell.storage.redis;

import dev.quell.share.Errands;
import dev.quell.share.Leases;
import dev.quell.share.LocalLeases;
import dev.quell.share.LocalRateLimits;
import dev.quell.share.RateLimits;
import dev.quell.storage.DataSettings;
import dev.quell.storage.StorageSettings;
import dev.quell.storage.database.Database;
import dev.quell.storage.jdbc.JdbcCallPages;
import dev.quell.storage.memory.NearCache;
import dev.quell.storage.memory.SharedCalls;
import dev.quell.storage.redis.agree.RedisErrands;
import dev.quell.storage.redis.agree.RedisInstanceNumbers;
import dev.quell.storage.redis.agree.RedisLeases;
import dev.quell.storage.redis.agree.RedisRateLimits;
import dev.quell.storage.redis.calls.CallSharing;
import dev.quell.storage.redis.calls.Epoch;
import dev.quell.storage.redis.link.RedisKeeper;
import dev.quell.storage.redis.link.RedisLink;
import dev.quell.storage.redis.link.StateFile;
import dev.quell.storage.redis.link.Subscription;
import dev.quell.storage.redis.notices.NoticeBoard;
import dev.quell.storage.redis.rows.RowFeed;
import dev.quell.storage.redis.rows.RowTeller;
import dev.quell.storage.redis.traffic.RedisTraffic;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.Outbox;
import dev.quell.storage.share.Replica;
import dev.quell.storage.share.outbox.Sharing;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.resource.Delay;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** How Redis is used where it is on: what it cannot answer at once fails at once, so that no call waits for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("quell.redis.enabled")
class RedisConfiguration {

    /** Calls older than that are not remembered. */
    private static final Duration LONGEST = Duration.ofDays(180);

    /** How this instance signs what it writes. */
    private final String self = Long.toString(ThreadLocalRandom.current().nextLong(60_466_176L, 2_176_782_336L), 36);

    @Bean
    LettuceClientOptionsBuilderCustomizer rejectCommandsWhileDisconnected() {
        return RedisConfiguration::options;
    }

    private static void options(ClientOptions.Builder options) {
        options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        return resources -> resources.reconnectDelay(
                () -> Delay.equalJitter(Duration.ofMillis(50), Duration.ofSeconds(1), 50, TimeUnit.MILLISECONDS));
    }

    @Bean
    RedisLink redisLink(
            LettuceConnectionFactory factory,
            @Value("${spring.data.redis.timeout}") Duration timeout,
            MeterRegistry meters) {
        return new RedisLink(factory::getRequiredNativeClient, timeout, meters);
    }

    @Bean
    StateFile redisState(DataSettings data) {
        return new StateFile(data.dataDirectory().resolve("redis.properties"));
    }

    @Bean
    CallSharing callSharing(
            RedisLink link,
            StorageSettings storage,
            ObjectProvider<NearCache> near,
            MeterRegistry meters,
            Clock clock) {
        return new CallSharing(link, self, keep(storage), near::getObject, meters, clock);
    }

    private static Duration keep(StorageSettings storage) {
        Duration calls = storage.retention().calls();
        return calls.compareTo(LONGEST) < 0 ? calls : LONGEST;
    }

    @Bean
    @Order(1)
    SharedCalls sharedCalls(CallSharing sharing) {
        return sharing.sharedCalls();
    }

    @Bean
    Subscription redisSubscription(RedisLink link) {
        return new Subscription(link);
    }

    @Bean
    NoticeBoard noticeBoard(Subscription subscription, ObjectProvider<NearCache> near, MeterRegistry meters) {
        return new NoticeBoard(subscription, near::getObject, self, meters);
    }

    @Bean
    Leases leases(RedisLink link, Clock clock) {
        return new RedisLeases(link, self, new LocalLeases(clock), clock);
    }

    @Bean
    RateLimits rateLimits(RedisLink link, Clock clock) {
        return new RedisRateLimits(link, new LocalRateLimits(clock), clock);
    }

    @Bean
    Errands errands(RedisLink link, Subscription subscription) {
        return new RedisErrands(link, subscription, self);
    }

    @Bean
    RedisTraffic redisTraffic(RedisLink link, Subscription subscription, MeterRegistry meters) {
        return new RedisTraffic(link, subscription, self, meters);
    }

    /** In the place of Spring Boot's own, which would call the whole service down. */
    @Bean
    RedisHealth redisHealthIndicator(RedisLink link, CallSharing sharing) {
        return new RedisHealth(link, sharing);
    }

    @Bean
    RedisInstanceNumbers redisInstanceNumbers(RedisLink link) {
        return new RedisInstanceNumbers(link, RandomGenerator.getDefault());
    }

    @Bean
    Epoch redisEpoch(RedisLink link, Sharing sharing, InstanceKeeper instance, RedisInstanceNumbers numbers) {
        return new Epoch(link, sharing, instance, numbers::given);
    }

    @Bean
    RowFeed rowFeed(RedisLink link, Replica replica, StateFile state, InstanceKeeper instance) {
        RowFeed feed = new RowFeed(link, replica, state, instance::number);
        feed.start();
        return feed;
    }

    @Bean
    RedisKeeper redisKeeper(
            RedisLink link,
            CallSharing sharing,
            Subscription subscription,
            NoticeBoard notices,
            Epoch epoch,
            RowFeed rows,
            Errands errands,
            RedisTraffic traffic,
            Database database,
            Outbox outbox,
            RedisSettings settings) {
        sharing.tellAgain(
                new JdbcCallPages(database.reader()),
                from -> outbox.again(Destinations.REDIS, from),
                settings.tellAgain());
        sharing.tellOutbox(outbox, new RowTeller(link)::tell);
        RedisKeeper keeper = new RedisKeeper(link, List.of(subscription, notices, epoch, rows, sharing));
        keeper.start();
        return keeper;
    }
}
