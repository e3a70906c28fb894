package dev.quell.storage.look;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.core.env.Environment;

/**
 * The shared Redis as it is now; of a cluster the first node that the settings name.
 *
 * @param version as it says it, such as 7.0.15
 * @param mode standalone, sentinel or cluster
 * @param role master or slave
 * @param policy what it forgets when it is full; noeviction: nothing
 * @param most how many bytes it may take, 0: as many as there are
 * @param used how many bytes it takes
 * @param appends whether it writes a log of changes
 * @param now its clock
 * @param open whether it is on another machine and the settings have no password for it, so that whoever reaches it may write to it
 * @param took how long one of twenty questions took at most
 */
public record RedisLook(
        String version,
        String mode,
        String role,
        String policy,
        long most,
        long used,
        boolean appends,
        Instant now,
        boolean open,
        Duration took) {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int QUESTIONS = 20;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /**
     * Connects where the service does, and looks.
     *
     * @throws RuntimeException if it cannot
     */
    public static RedisLook at(Environment environment) {
        DataRedisProperties settings =
                Binder.get(environment).bindOrCreate("spring.data.redis", Bindable.of(DataRedisProperties.class));
        RedisURI place = place(settings);
        place.setTimeout(PATIENCE);
        RedisClient client = RedisClient.create(place);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return facts(connection.sync(), isOpen(settings, place));
        } finally {
            client.shutdown(Duration.ZERO, PATIENCE);
        }
    }

    private static RedisURI place(DataRedisProperties settings) {
        RedisURI.Builder builder;
        if (settings.getSentinel() != null) {
            builder = RedisURI.builder()
                    .withSentinelMasterId(settings.getSentinel().getMaster());
            for (String node : Objects.requireNonNullElse(settings.getSentinel().getNodes(), List.<String>of())) {
                builder.withSentinel(host(node), port(node));
            }
        } else if (settings.getCluster() != null) {
            String node =
                    Objects.requireNonNull(settings.getCluster().getNodes()).getFirst();
            builder = RedisURI.builder().withHost(host(node)).withPort(port(node));
        } else if (settings.getUrl() != null) {
            return RedisURI.create(settings.getUrl());
        } else {
            builder = RedisURI.builder().withHost(settings.getHost()).withPort(settings.getPort());
        }
        return secured(builder, settings).build();
    }

    private static RedisURI.Builder secured(RedisURI.Builder builder, DataRedisProperties settings) {
        String password = settings.getPassword();
        String user = settings.getUsername();
        if (password != null && user != null) {
            builder.withAuthentication(user, password.toCharArray());
        } else if (password != null) {
            builder.withPassword(password.toCharArray());
        }
        return builder.withSsl(settings.getSsl().isEnabled());
    }

    private static boolean isOpen(DataRedisProperties settings, RedisURI place) {
        String url = settings.getUrl();
        boolean password = settings.getPassword() != null || (url != null && url.contains("@"));
        return !password
                && Stream.concat(Stream.of(place), place.getSentinels().stream())
                        .map(RedisURI::getHost)
                        .anyMatch(host -> host != null && !HERE.contains(host));
    }

    private static String host(String node) {
        int colon = node.lastIndexOf(':');
        return colon < 0 ? node : node.substring(0, colon);
    }

    private static int port(String node) {
        int colon = node.lastIndexOf(':');
        return colon < 0 ? RedisURI.DEFAULT_REDIS_PORT : Integer.parseInt(node.substring(colon + 1));
    }

    private static RedisLook facts(RedisCommands<String, String> redis, boolean open) {
        Map<String, String> info = info(redis.info());
        List<String> time = redis.time();
        return new RedisLook(
                info.getOrDefault("redis_version", "?"),
                info.getOrDefault("redis_mode", "?"),
                info.getOrDefault("role", "?"),
                info.getOrDefault("maxmemory_policy", "?"),
                Long.parseLong(info.getOrDefault("maxmemory", "0")),
                Long.parseLong(info.getOrDefault("used_memory", "0")),
                "1".equals(info.get("aof_enabled")),
                Instant.ofEpochSecond(Long.parseLong(time.getFirst()), Long.parseLong(time.getLast()) * 1000),
                open,
                slowest(redis));
    }

    private static Duration slowest(RedisCommands<String, String> redis) {
        long slowest = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            long started = System.nanoTime();
            redis.ping();
            slowest = Math.max(slowest, System.nanoTime() - started);
        }
        return Duration.ofNanos(slowest);
    }

    private static Map<String, String> info(String text) {
        Map<String, String> info = new HashMap<>();
        Arrays.stream(text.split("\\R", -1)).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                info.put(line.substring(0, colon), line.substring(colon + 1));
            }
        });
        return info;
    }
}
