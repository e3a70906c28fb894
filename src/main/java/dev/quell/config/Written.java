package dev.quell.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What is written in the sources of an environment, key by key.
 *
 * @param sources the one that counts most first
 */
record Written(Iterable<ConfigurationPropertySource> sources) {
    static Written in(ConfigurableEnvironment environment) {
        return new Written(ConfigurationPropertySources.get(environment));
    }

    /** The same without some keys and what is under them, so that what the last source has, the shipped defaults, shows in their place. */
    Written without(Set<String> keys) {
        List<ConfigurationPropertySource> all = new ArrayList<>();
        sources.forEach(all::add);
        Set<ConfigurationPropertyName> names = keys.stream()
                .map(key -> ConfigurationPropertyName.adapt(key.replaceAll("\\[.*", ""), '.'))
                .collect(Collectors.toSet());
        for (int i = 0; i < all.size() - 1; i++) {
            all.set(
                    i,
                    all.get(i)
                            .filter(name ->
                                    names.stream().noneMatch(key -> key.equals(name) || key.isAncestorOf(name))));
        }
        return new Written(all);
    }

    /** The property of a key, or the first one under it in the source that counts most. */
    @Nullable
    ConfigurationProperty nearest(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : sources) {
            ConfigurationProperty exact = source.getConfigurationProperty(name);
            Optional<ConfigurationProperty> found = exact != null ? Optional.of(exact) : firstBelow(source, name);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    private static Optional<ConfigurationProperty> firstBelow(
            ConfigurationPropertySource source, ConfigurationPropertyName name) {
        return source instanceof IterableConfigurationPropertySource keys
                ? keys.stream().filter(name::isAncestorOf).findFirst().map(source::getConfigurationProperty)
                : Optional.empty();
    }

    @Nullable
    ConfigurationProperty find(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : sources) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return property;
            }
        }
        return null;
    }

    boolean present(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : sources) {
            if (source.getConfigurationProperty(name) != null
                    || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT) {
                return true;
            }
        }
        return false;
    }

    List<ConfigurationPropertyName> elements(ConfigurationPropertyName name) {
        List<ConfigurationPropertyName> elements = new ArrayList<>();
        for (int i = 0; present(name.append("[" + i + "]")); i++) {
            elements.add(name.append("[" + i + "]"));
        }
        return elements;
    }

    Set<ConfigurationPropertyName> entries(ConfigurationPropertyName name) {
        Set<ConfigurationPropertyName> entries = new LinkedHashSet<>();
        for (ConfigurationPropertySource source : sources) {
            if (source instanceof IterableConfigurationPropertySource iterable) {
                iterable.stream()
                        .filter(name::isAncestorOf)
                        .map(found -> found.chop(name.getNumberOfElements() + 1))
                        .forEach(entries::add);
            }
        }
        return entries;
    }
}
