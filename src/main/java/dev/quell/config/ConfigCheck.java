package dev.quell.config;

import dev.quell.config.schema.SettingsScan;
import dev.quell.config.schema.SettingsSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Checks the settings as a whole, without starting anything. */
public final class ConfigCheck {
    private final SettingsSchema schema;

    private ConfigCheck(SettingsSchema schema) {
        this.schema = schema;
    }

    /** The check over every settings record of Quell. */
    public static ConfigCheck ofQuell() {
        return new ConfigCheck(SettingsSchema.of(SettingsScan.types("dev.quell")));
    }

    static ConfigCheck of(Class<?>... records) {
        return new ConfigCheck(SettingsSchema.of(List.of(records)));
    }

    /** Every fault of an environment, in the order of keys; none means that Quell starts with these settings. */
    public List<SettingsFault> check(ConfigurableEnvironment environment) {
        List<SettingsFault> values = new ValueCheck(Written.in(environment), environment).faults(schema);
        return Stream.of(
                        new KeyCheck(schema).faults(environment),
                        values,
                        hidden(environment, values),
                        SpringCheck.faults(environment),
                        RecordCheck.faults(environment))
                .flatMap(List::stream)
                .distinct()
                .sorted(Comparator.comparing(SettingsFault::key))
                .toList();
    }

    /** Faults that only show once the bad values found so far have been taken away. */
    private List<SettingsFault> hidden(ConfigurableEnvironment environment, List<SettingsFault> found) {
        Set<String> keys = found.stream().map(SettingsFault::key).collect(Collectors.toSet());
        return keys.isEmpty()
                ? List.of()
                : new ValueCheck(Written.in(environment).without(keys), environment)
                        .faults(schema).stream()
                                .filter(fault -> !fault.what().startsWith(ValueCheck.MISSING))
                                .toList();
    }

    /**
     * Every fault of a site's files laid over the shipped defaults; a later file wins.
     *
     * @param files YAML or properties files, or folders that hold an {@code application.yml}; none checks the defaults alone
     */
    public List<SettingsFault> checkFiles(List<Path> files) {
        List<SettingsFault> faults = new ArrayList<>();
        files.stream().filter(file -> !Files.isReadable(file)).forEach(file -> faults.add(missing(file)));
        if (!faults.isEmpty()) {
            return faults;
        }
        StandardEnvironment environment = new StandardEnvironment();
        String locations = files.stream().map(ConfigCheck::location).collect(Collectors.joining(","));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "check-config",
                        Map.of(
                                "spring.config.location",
                                "classpath:/application.yml" + (files.isEmpty() ? "" : "," + locations))));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        } catch (RuntimeException e) {
            return List.of(UnreadableFile.fault(e, files));
        }
        return check(environment);
    }

    /** What does no harm and may be meant otherwise. */
    List<String> warnings(ConfigurableEnvironment environment) {
        return new KeyCheck(schema).warnings(environment);
    }

    SettingsSchema schema() {
        return schema;
    }

    private static SettingsFault missing(Path file) {
        return new SettingsFault(file.toString(), "there is no such file, or it may not be read", Optional.empty());
    }

    private static String location(Path file) {
        String path = file.toAbsolutePath().toString();
        return "file:" + (Files.isDirectory(file) ? path + "/" : path);
    }
}
