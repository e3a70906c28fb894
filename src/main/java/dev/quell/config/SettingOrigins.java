package dev.quell.config;

import dev.quell.config.words.OriginWords;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/** Tells where the value of a setting comes from. */
public final class SettingOrigins {

    private static final String SHIPPED = "the shipped ";

    private final Environment environment;

    /** Of the settings that a service runs with. */
    public SettingOrigins(Environment environment) {
        this.environment = environment;
    }

    /** Who said so. */
    public enum By {
        /** The defaults that come with Quell. */
        SHIPPED,
        /** The site: its file, an environment variable, the command line. */
        SITE
    }

    /**
     * Where a value comes from.
     *
     * @param place such as {@code config/application.yml:12}; empty of a shipped one
     */
    public record Where(By by, String place) {}

    /** Where the value of a key comes from; a key that nobody wrote has the shipped default. */
    public Where of(String key) {
        ConfigurationPropertyName name = ConfigurationPropertyName.adapt(key, '.');
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                String place = OriginWords.of(property).orElse("?");
                return place.startsWith(SHIPPED) || place.contains("!/")
                        ? new Where(By.SHIPPED, "")
                        : new Where(By.SITE, place);
            }
        }
        return new Where(By.SHIPPED, "");
    }
}
