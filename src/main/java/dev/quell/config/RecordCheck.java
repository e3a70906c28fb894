package dev.quell.config;

import dev.quell.config.words.OriginWords;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;

/** Whether {@code spring.datasource.url} names what it is for: the PostgreSQL that holds the record of several instances. What it says is not repeated, as it may hold a password. */
final class RecordCheck {
    private static final String KEY = "spring.datasource.url";
    private static final String RIGHT = "jdbc:postgresql:";
    private static final ConfigurationPropertyName NAME = ConfigurationPropertyName.of(KEY);

    private RecordCheck() {}

    static List<SettingsFault> faults(ConfigurableEnvironment environment) {
        String url = environment.getProperty(KEY, "");
        return url.isBlank() || url.startsWith(RIGHT)
                ? List.of()
                : List.of(new SettingsFault(
                        KEY,
                        "names no PostgreSQL; write jdbc:postgresql://host/database, or leave it out where one instance works alone",
                        OriginWords.of(written(environment))));
    }

    private static @Nullable ConfigurationProperty written(ConfigurableEnvironment environment) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .map(source -> source.getConfigurationProperty(NAME))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
