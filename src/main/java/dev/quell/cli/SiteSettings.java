package dev.quell.cli;

import dev.quell.classifier.ClassifierSettings;
import dev.quell.storage.DataSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** The settings of the service, read the same way without starting it. */
final class SiteSettings {

    private final ConfigurableEnvironment environment;

    private SiteSettings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Reads the shipped file, the site's, the environment and the command line.
     *
     * @throws IllegalStateException if a file cannot be read
     */
    static SiteSettings read(List<String> commandLine) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(commandLine.toArray(String[]::new)));
        try {
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the settings cannot be read: " + Faults.sentence(e), e);
        }
        return new SiteSettings(environment);
    }

    /**
     * The same with a file's settings before all others.
     *
     * @throws IllegalStateException if it cannot be read
     */
    SiteSettings with(Path file) {
        StandardEnvironment changed = new StandardEnvironment();
        MutablePropertySources sources = changed.getPropertySources();
        List.copyOf(sources.stream().toList()).forEach(source -> sources.remove(source.getName()));
        try {
            loader(file).load(file.toString(), new FileSystemResource(file)).forEach(sources::addLast);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(file + " cannot be read: " + Faults.sentence(e), e);
        }
        environment.getPropertySources().stream()
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
                .forEach(sources::addLast);
        return new SiteSettings(changed);
    }

    private static PropertySourceLoader loader(Path file) {
        return file.toString().endsWith(".properties")
                ? new PropertiesPropertySourceLoader()
                : new YamlPropertySourceLoader();
    }

    ConfigurableEnvironment environment() {
        return environment;
    }

    /** The classifier's settings. */
    ClassifierSettings classifier() {
        return Binder.get(environment).bindOrCreate("quell.classifier", ClassifierSettings.class);
    }

    /** A setting as it is written. */
    String text(String key, String otherwise) {
        return Objects.requireNonNullElse(environment.getProperty(key), otherwise);
    }

    /** Where the service keeps its database. */
    Path dataDirectory() {
        return Binder.get(environment).bindOrCreate("quell", DataSettings.class).dataDirectory();
    }

    /** Where the key lies that signs evidence. */
    Path evidenceKey() {
        return Path.of(text(
                "quell.evidence.key-file",
                dataDirectory().resolve("evidence-key").toString()));
    }
}
