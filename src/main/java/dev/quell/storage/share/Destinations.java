package dev.quell.storage.share;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.env.Environment;

/**
 * The shared stores that the settings name.
 *
 * @param names of {@value #POSTGRES} and {@value #REDIS}; none on a machine that shares nothing
 */
public record Destinations(Set<String> names) {

    public static final String POSTGRES = "postgres";
    public static final String REDIS = "redis";

    public Destinations {
        names = Set.copyOf(names);
    }

    /** Those of an environment. */
    public static Destinations of(Environment environment) {
        Set<String> names = new TreeSet<>();
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")) {
            names.add(POSTGRES);
        }
        if (environment.getProperty("quell.redis.enabled", Boolean.class, false)) {
            names.add(REDIS);
        }
        return new Destinations(names);
    }
}
