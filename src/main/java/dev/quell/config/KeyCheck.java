package dev.quell.config;

import dev.quell.config.schema.KnownKeys;
import dev.quell.config.schema.NearestKey;
import dev.quell.config.schema.SettingsSchema;
import dev.quell.config.words.KeyWords;
import dev.quell.config.words.OriginWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Looks for keys that mean nothing, in files and on the command line. The machine's environment and the virtual machine's properties hold names
 * of other programs; only what resembles a setting is noticed there, as a warning.
 */
final class KeyCheck {
    private static final ConfigurationPropertyName QUELL = ConfigurationPropertyName.of("quell");
    /** First words of keys that a site's file may hold. */
    private static final List<String> TOP =
            List.of("quell", "spring", "server", "management", "logging", "springdoc", "info", "debug", "trace");

    private final KnownKeys known;

    KeyCheck(SettingsSchema schema) {
        this.known = new KnownKeys(schema);
    }

    List<SettingsFault> faults(ConfigurableEnvironment environment) {
        List<SettingsFault> faults = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (written(source)) {
                ConfigurationPropertySources.from(source).forEach(keys -> {
                    unknown(keys, faults);
                    if (source instanceof OriginTrackedMapPropertySource) {
                        misspeltTop(keys, faults);
                    }
                });
            }
        }
        return faults;
    }

    /** Names in the environment and among the virtual machine's properties that resemble a setting and are none. */
    List<String> warnings(ConfigurableEnvironment environment) {
        List<String> warnings = new ArrayList<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (foreign(source) && source instanceof EnumerablePropertySource<?> names) {
                ForeignNames.warnings(known.keys(), List.of(names.getPropertyNames()), warnings);
            }
        }
        return warnings;
    }

    private static boolean written(PropertySource<?> source) {
        return !foreign(source) && !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source);
    }

    private static boolean foreign(PropertySource<?> source) {
        String name = source.getName();
        return name.equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                || name.equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
    }

    private void unknown(ConfigurationPropertySource source, List<SettingsFault> faults) {
        if (!(source instanceof IterableConfigurationPropertySource keys)) {
            return;
        }
        keys.stream().filter(QUELL::isAncestorOf).forEach(name -> {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            boolean blank = property != null && property.getValue().toString().isBlank();
            known.fault(name, blank)
                    .ifPresent(
                            what -> faults.add(new SettingsFault(KeyWords.of(name), what, OriginWords.of(property))));
        });
    }

    private static void misspeltTop(ConfigurationPropertySource source, List<SettingsFault> faults) {
        if (!(source instanceof IterableConfigurationPropertySource keys)) {
            return;
        }
        Set<String> seen = new LinkedHashSet<>();
        keys.stream().filter(name -> !name.isEmpty()).forEach(name -> {
            String top = name.getElement(0, Form.DASHED);
            if (!TOP.contains(top) && seen.add(top)) {
                Optional<String> meant = NearestKey.among(TOP, top);
                meant.ifPresent(word -> faults.add(new SettingsFault(
                        top,
                        "unknown key; did you mean " + word + "?",
                        OriginWords.of(source.getConfigurationProperty(name)))));
            }
        });
    }
}
