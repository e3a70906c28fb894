package dev.quell.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.config.schema.KnownKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** What is shipped is complete, and every file that a site may start from is right. */
class ShippedSettingsTest {
    private final ConfigCheck check = ConfigCheck.ofQuell();

    @Test
    void theShippedDefaultsHaveNoFault() {
        assertThat(check.checkFiles(List.of())).isEmpty();
    }

    @Test
    void theShippedDefaultsNameEveryPropertyOfEverySettingsRecord() throws IOException {
        Set<String> shipped = new HashSet<>();
        for (PropertySource<?> source :
                new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yml"))) {
            for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
                shipped.add(name.replaceAll("\\[.*", ""));
            }
        }

        assertThat(new KnownKeys(check.schema()).keys())
                .hasSizeGreaterThan(40)
                .allSatisfy(key -> assertThat(shipped)
                        .as("a line for %s in src/main/resources/application.yml", key)
                        .contains(key));
    }

    @Test
    void everySettingsRecordIsFound() {
        assertThat(check.schema().records().keySet())
                .contains("quell.api", "quell.call", "quell.classifier", "quell.screening", "quell.storage");
    }

    static Stream<Path> siteFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            return files
                    .filter(file -> file.toString().matches(".*\\.(ya?ml|properties)"))
                    .filter(file -> !file.endsWith("prometheus-alerts.yml"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("siteFiles")
    void everyFileOfTheConfigFolderLoadsAsItIs(Path file) {
        assertThat(check.checkFiles(List.of(file))).isEmpty();
    }

    @Test
    void everyOptionOfTheSampleIsRightOnceItIsUncommented(@TempDir Path folder) throws IOException {
        String sample = Files.readString(Path.of("config/application.yml"));
        String options = sample.replaceAll("(?m)^ *mode: observe\n", "").replaceAll("(?m)^( *)#([a-z])", "$1$2");
        Path file = Files.writeString(folder.resolve("application.yml"), options);

        assertThat(options.lines().filter(line -> line.matches(" *[a-z].*"))).hasSizeGreaterThan(25);
        assertThat(check.checkFiles(List.of(file))).isEmpty();
    }

    @Test
    void theSampleExplainsItselfInItsFirstTenLines() throws IOException {
        assertThat(Files.readAllLines(Path.of("config/application.yml")).stream()
                        .limit(10)
                        .takeWhile(line -> line.startsWith("# ")))
                .hasSizeBetween(5, 10);
    }
}
