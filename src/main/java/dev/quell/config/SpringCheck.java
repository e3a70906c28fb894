package dev.quell.config;

import dev.quell.config.schema.SpringKeys;
import dev.quell.config.words.FaultWords;
import dev.quell.config.words.KeyWords;
import dev.quell.config.words.OriginWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Looks at what a site's files hold for Spring's own sections: keys that resemble one of Spring's and are none, and values that cannot be read. A key that
 * resembles none is let pass, as not all are described.
 */
final class SpringCheck {
    private static final Set<String> TOPS = Set.of("spring", "server", "management", "logging");

    private final ConfigurableEnvironment environment;
    private final List<SettingsFault> faults = new ArrayList<>();
    private Optional<SpringKeys> read = Optional.empty();

    private SpringCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    static List<SettingsFault> faults(ConfigurableEnvironment environment) {
        SpringCheck check = new SpringCheck(environment);
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof OriginTrackedMapPropertySource) {
                ConfigurationPropertySources.from(source).forEach(keys -> {
                    if (keys instanceof IterableConfigurationPropertySource each) {
                        each.stream()
                                .filter(name -> !name.isEmpty() && TOPS.contains(name.getElement(0, Form.UNIFORM)))
                                .forEach(name -> check.look(name, keys.getConfigurationProperty(name)));
                    }
                });
            }
        }
        return check.faults;
    }

    private void look(ConfigurationPropertyName name, @Nullable ConfigurationProperty property) {
        Optional<String> place = OriginWords.of(property);
        if (property == null
                || place.filter(where -> where.startsWith("the shipped ") || where.contains("!/"))
                        .isPresent()) {
            return;
        }
        String key = KeyWords.of(name);
        String value = environment.resolvePlaceholders(property.getValue().toString());
        keys().meant(name)
                .map(near -> "unknown key; did you mean " + near + "?")
                .or(() -> keys().type(name)
                        .filter(type -> !fits(value, type))
                        .map(type -> FaultWords.unreadable(key, value, ResolvableType.forClass(type))))
                .ifPresent(what -> faults.add(new SettingsFault(key, what, place)));
    }

    /** The descriptions are long: they are read once something is to be looked up. */
    private SpringKeys keys() {
        SpringKeys keys = read.orElseGet(SpringKeys::onClassPath);
        read = Optional.of(keys);
        return keys;
    }

    private static boolean fits(String value, Class<?> type) {
        if (value.isBlank() || value.contains("${")) {
            return true;
        }
        try {
            ApplicationConversionService.getSharedInstance().convert(value.strip(), type);
            return true;
        } catch (ConversionException e) {
            return false;
        }
    }
}
