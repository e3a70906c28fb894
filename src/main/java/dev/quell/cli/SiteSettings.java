package dev.quell.cli;

import dev.quell.storage.DataSettings;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

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

    ConfigurableEnvironment environment() {
        return environment;
    }

    /** Where the service keeps its database. */
    Path dataDirectory() {
        return Binder.get(environment).bindOrCreate("quell", DataSettings.class).dataDirectory();
    }
}
