package dev.quell.storage.redis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves out all that Spring Boot would set up for Redis unless {@code quell.redis.enabled} is true: no bean, no thread, no connection, no health. */
final class RedisSwitch implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final String REDIS = "org.springframework.boot.data.redis.";
    private static final String NETTY = "org.springframework.boot.netty.";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean on = Objects.requireNonNull(environment).getProperty("quell.redis.enabled", Boolean.class, false);
        boolean[] kept = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            kept[i] = on || name == null || !(name.startsWith(REDIS) || name.startsWith(NETTY));
        }
        return kept;
    }
}
