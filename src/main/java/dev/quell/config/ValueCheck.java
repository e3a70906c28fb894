package dev.quell.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads every value as its setting's type, from the leaves up, and keeps what went wrong. */
final class ValueCheck {
    /** How the sentence about an absent setting begins. */
    static final String MISSING = "is missing; it takes ";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern NAMED = Pattern.compile("(quell(?:\\.[A-Za-z0-9_\\[\\]-]+)+):? (.*)");
    private static final Pattern BARE_NUMBER = Pattern.compile("-?[1-9][0-9]*");

    private final Iterable<ConfigurationPropertySource> sources;
    private final Binder binder;
    private final List<SettingsFault> faults = new ArrayList<>();

    ValueCheck(ConfigurableEnvironment environment) {
        this(ConfigurationPropertySources.get(environment), environment);
    }

    private ValueCheck(Iterable<ConfigurationPropertySource> sources, ConfigurableEnvironment environment) {
        this.sources = sources;
        this.binder = new Binder(sources, new PropertySourcesPlaceholdersResolver(environment));
    }

    /** A check that takes faulty keys from what lies under them, so that a section with one bad value can be looked at for others. */
    static ValueCheck without(ConfigurableEnvironment environment, Set<String> faulty) {
        List<ConfigurationPropertySource> sources = new ArrayList<>();
        ConfigurationPropertySources.get(environment).forEach(sources::add);
        Set<ConfigurationPropertyName> names = faulty.stream()
                .map(key -> ConfigurationPropertyName.adapt(key.replaceAll("\\[.*", ""), '.'))
                .collect(Collectors.toSet());
        for (int i = 0; i < sources.size() - 1; i++) {
            sources.set(
                    i,
                    sources.get(i)
                            .filter(name ->
                                    names.stream().noneMatch(key -> key.equals(name) || key.isAncestorOf(name))));
        }
        return new ValueCheck(sources, environment);
    }

    List<SettingsFault> faults(SettingsSchema schema) {
        schema.records().forEach((prefix, section) -> check(ConfigurationPropertyName.of(prefix), section));
        return faults;
    }

    private void check(ConfigurationPropertyName name, Setting setting) {
        int before = faults.size();
        switch (setting) {
            case Setting.Section section ->
                section.parts().forEach((part, below) -> checkPart(name.append(part), below));
            case Setting.Items items -> elements(name).forEach(element -> check(element, items.element()));
            case Setting.Entries entries -> entries(name).forEach(entry -> check(entry, entries.element()));
            case Setting.Value value -> {}
        }
        if (faults.size() == before) {
            bind(name, setting.target());
        }
    }

    private void checkPart(ConfigurationPropertyName name, Setting part) {
        if (present(name)) {
            check(name, part);
        } else if (part instanceof Setting.Section section && part.required()) {
            section.parts().forEach((key, below) -> checkPart(name.append(key), below));
        } else if (part.required()) {
            String expected = FaultWords.expected(part.target().getType());
            faults.add(new SettingsFault(KeyWords.of(name), MISSING + expected, Optional.empty()));
        }
    }

    private void bind(ConfigurationPropertyName name, Bindable<?> target) {
        try {
            Object bound = binder.bind(name, target).orElse(null);
            ConfigurationProperty property = find(name);
            if (bound != null && property != null) {
                suspicion(bound, property.getValue())
                        .or(() -> placeholder(name))
                        .ifPresent(what -> add(property, KeyWords.of(name), what));
            }
        } catch (BindException e) {
            refused(name, e);
        }
    }

    /** What can be read as the type and is hardly what was meant. */
    private static Optional<String> suspicion(Object bound, Object written) {
        String text = written.toString();
        return switch (bound) {
            case Duration duration
            when duration.isNegative() -> Optional.of("'" + text + "' is negative; a duration begins at 0s");
            case Duration duration
            when BARE_NUMBER.matcher(text).matches() ->
                Optional.of("'" + text + "' has no unit; write " + text + "ms, " + text + "s or " + text + "m");
            case Number number
            when written instanceof Double exact && exact != number.doubleValue() ->
                Optional.of("'" + text + "' is not a whole number");
            default -> Optional.empty();
        };
    }

    private Optional<String> placeholder(ConfigurationPropertyName name) {
        return leftOver(binder.bind(name, Bindable.of(String.class)).orElse(""));
    }

    private static Optional<String> leftOver(String text) {
        Matcher left = PLACEHOLDER.matcher(text);
        return left.find() ? Optional.of("there is no key for the placeholder " + left.group()) : Optional.empty();
    }

    private void refused(ConfigurationPropertyName name, BindException thrown) {
        BindException inner = innermost(thrown);
        ConfigurationProperty property = inner.getProperty();
        String key = KeyWords.of(inner.getName());
        ResolvableType type = inner.getTarget().getType();
        if (property == null || type.toClass().isRecord()) {
            FaultWords.refusal(inner).lines().forEach(line -> refusal(name, line));
            return;
        }
        String value = property.getValue().toString();
        add(property, key, leftOver(value).orElseGet(() -> FaultWords.unreadable(key, value, type)));
    }

    /** One line of what a settings record said; it may begin with the key that it means. */
    private void refusal(ConfigurationPropertyName name, String line) {
        Matcher named = NAMED.matcher(line);
        boolean exact = named.matches();
        String key = exact ? named.group(1) : KeyWords.of(name);
        add(nearest(ConfigurationPropertyName.adapt(key, '.')), key, exact ? named.group(2) : line);
    }

    private static BindException innermost(BindException outer) {
        return outer.getCause() instanceof BindException inner ? innermost(inner) : outer;
    }

    private void add(@Nullable ConfigurationProperty property, String key, String what) {
        faults.add(new SettingsFault(key, what, OriginWords.of(property)));
    }

    /** The property of a key, or the first one under it in the source that counts most. */
    private @Nullable ConfigurationProperty nearest(ConfigurationPropertyName name) {
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

    private @Nullable ConfigurationProperty find(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : sources) {
            ConfigurationProperty property = source.getConfigurationProperty(name);
            if (property != null) {
                return property;
            }
        }
        return null;
    }

    private boolean present(ConfigurationPropertyName name) {
        for (ConfigurationPropertySource source : sources) {
            if (source.getConfigurationProperty(name) != null
                    || source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT) {
                return true;
            }
        }
        return false;
    }

    private List<ConfigurationPropertyName> elements(ConfigurationPropertyName name) {
        List<ConfigurationPropertyName> elements = new ArrayList<>();
        for (int i = 0; present(name.append("[" + i + "]")); i++) {
            elements.add(name.append("[" + i + "]"));
        }
        return elements;
    }

    private Set<ConfigurationPropertyName> entries(ConfigurationPropertyName name) {
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
