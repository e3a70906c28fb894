package dev.quell.storage.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How Redis is used where it is on: what it cannot answer at once fails at once, so that no call waits for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("quell.redis.enabled")
class RedisConfiguration {
    @Bean
    LettuceClientOptionsBuilderCustomizer rejectCommandsWhileDisconnected() {
        return RedisConfiguration::options;
    }

    private static void options(ClientOptions.Builder options) {
        options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }
}
