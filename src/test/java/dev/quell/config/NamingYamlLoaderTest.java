package dev.quell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class NamingYamlLoaderTest {
    @TempDir
    Path folder;

    /** The settings of a start without arguments, from a site's folder. */
    private StandardEnvironment read(String content) throws IOException {
        Files.writeString(folder.resolve("application.yml"), content);
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("spring.config.location", "classpath:/,file:" + folder + "/")));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return environment;
    }

    @Test
    void theFileAndTheLineAreNamed() {
        assertThatThrownBy(() -> read("quell:\n  people:\n\tpassword-cost: 12\n"))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(folder.resolve("application.yml")
                        + ", line 3, column 1 is not YAML: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation); indent with blanks, not with tabs");
    }

    @Test
    void theStartTellsThem() {
        assertThatThrownBy(() -> read("quell: [1,\n")).satisfies(fault -> {
            FailureAnalysis told = new UnreadableFileAnalyzer().analyze(fault);
            assertThat(told.getDescription())
                    .startsWith("The settings file " + folder.resolve("application.yml") + ", line 2, column 1");
        });
    }

    @Test
    void whatIsYamlIsReadOnce() throws IOException {
        StandardEnvironment environment = read("quell:\n  mark-of-this-test: 7\n");
        assertThat(environment.getProperty("quell.mark-of-this-test")).isEqualTo("7");
        assertThat(environment.getPropertySources().stream()
                        .filter(source -> source.containsProperty("quell.mark-of-this-test")))
                .hasSize(1);
    }
}
