package dev.quell.asterisk.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class AgiSettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Binding.class);

    @Configuration
    @EnableConfigurationProperties(AgiSettings.class)
    static class Binding {}

    @Test
    void nothingSetGivesTheShippedDefaults() {
        runner.run(context -> assertThat(context.getBean(AgiSettings.class))
                .isEqualTo(new AgiSettings(
                        "127.0.0.1",
                        4573,
                        List.of("127.0.0.1", "::1"),
                        128,
                        8192,
                        32_768,
                        Duration.ofSeconds(1),
                        10_000,
                        Duration.ofSeconds(10))));
    }

    @Test
    void everyPropertyIsBound() {
        runner.withPropertyValues(
                        "quell.asterisk.agi.bind=0.0.0.0",
                        "quell.asterisk.agi.port=0",
                        "quell.asterisk.agi.peers=10.0.0.7",
                        "quell.asterisk.agi.max-lines=64",
                        "quell.asterisk.agi.max-line=16384",
                        "quell.asterisk.agi.max-request=16384",
                        "quell.asterisk.agi.header-time=300ms",
                        "quell.asterisk.agi.max-calls=7",
                        "quell.asterisk.agi.drain=3s")
                .run(context -> assertThat(context.getBean(AgiSettings.class))
                        .isEqualTo(new AgiSettings(
                                "0.0.0.0",
                                0,
                                List.of("10.0.0.7"),
                                64,
                                16_384,
                                16_384,
                                Duration.ofMillis(300),
                                7,
                                Duration.ofSeconds(3))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port=65536 | quell.asterisk.agi.port is 65536; it must be from 0 to 65535",
                "max-lines=31 | quell.asterisk.agi.max-lines is 31; it must be from 32 to 1024",
                "max-line=8191 | quell.asterisk.agi.max-line is 8191; it must be from 8192 to 65536",
                "header-time=49ms | quell.asterisk.agi.header-time is 49ms; it must be from 50ms to 10000ms",
                "drain=-1s | quell.asterisk.agi.drain is -1000ms; it must be from 0ms to 300000ms",
                "peers= | quell.asterisk.agi.peers is empty; nobody could ask",
                "prot=1 | quell.asterisk.agi.prot",
            })
    void eachFaultIsNamed(String setting, String message) {
        runner.withPropertyValues("quell.asterisk.agi." + setting)
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(message));
    }
}
