package dev.quell.config;

import dev.quell.config.schema.Setting;
import dev.quell.config.schema.SettingsSchema;
import dev.quell.config.words.FaultWords;
import dev.quell.config.words.KeyWords;
import dev.quell.config.words.OriginWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.ConfigurableEnvironment;

/** Reads every value as its setting's type, from the leaves up, and keeps what went wrong. */
final class ValueCheck {
    /** How the sentence about an absent setting begins. */
    static final String MISSING = "is missing; it takes ";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern NAMED = Pattern.compile("(quell(?:\\.[A-Za-z0-9_\\[\\]-]+)+):? (.*)");
    private static final Pattern BARE_NUMBER = Pattern.compile("-?[1-9][0-9]*");

    private final Written written;
    private final Binder binder;
    private final List<SettingsFault> faults = new ArrayList<>();

    ValueCheck(Written written, ConfigurableEnvironment environment) {
        this.written = written;
        this.binder = new Binder(written.sources(), new PropertySourcesPlaceholdersResolver(environment));
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
            case Setting.Items items -> written.elements(name).forEach(element -> check(element, items.element()));
            case Setting.Entries entries -> written.entries(name).forEach(entry -> check(entry, entries.element()));
            case Setting.Value value -> {}
        }
        if (faults.size() == before) {
            bind(name, setting.target());
        }
    }

    private void checkPart(ConfigurationPropertyName name, Setting part) {
        if (written.present(name)) {
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
            ConfigurationProperty property = written.find(name);
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
        add(written.nearest(ConfigurationPropertyName.adapt(key, '.')), key, exact ? named.group(2) : line);
    }

    private static BindException innermost(BindException outer) {
        return outer.getCause() instanceof BindException inner ? innermost(inner) : outer;
    }

    private void add(@Nullable ConfigurationProperty property, String key, String what) {
        faults.add(new SettingsFault(key, what, OriginWords.of(property)));
    }
}
