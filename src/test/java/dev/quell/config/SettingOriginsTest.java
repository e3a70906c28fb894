package dev.quell.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.config.SettingOrigins.By;
import dev.quell.config.SettingOrigins.Where;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingOriginsTest {

    @Test
    void aValueIsTheSitesWithItsPlaceOrShipped(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("application.yml"), """
                quell:
                  call:
                    lines:
                      crisis: { numbers: ["12355"], profile: protected }
                """);
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test", Map.of("spring.config.additional-location", "file:" + folder + "/")));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        SettingOrigins origins = new SettingOrigins(environment);

        assertThat(origins.of("quell.call.lines.crisis.profile")).isEqualTo(new Where(By.SITE, file + ":4"));
        assertThat(origins.of("quell.call.lines.crisis.listen")).isEqualTo(new Where(By.SHIPPED, ""));
        assertThat(origins.of("quell.treatment.listen.before")).isEqualTo(new Where(By.SHIPPED, ""));
        assertThat(origins.of("quell.treatment.listen.prompts[0]")).isEqualTo(new Where(By.SHIPPED, ""));
        assertThat(origins.of("spring.config.additional-location").by()).isEqualTo(By.SITE);
    }
}
