package dev.quell.storage;

import dev.quell.share.Leases;
import dev.quell.share.LocalLeases;
import dev.quell.share.LocalRateLimits;
import dev.quell.share.RateLimits;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an instance agrees upon with itself, where there is no Redis over which it could ask others. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "quell.redis.enabled", havingValue = false, matchIfMissing = true)
class AloneConfiguration {

    @Bean
    Leases leases(Clock clock) {
        return new LocalLeases(clock);
    }

    @Bean
    RateLimits rateLimits(Clock clock) {
        return new LocalRateLimits(clock);
    }
}
