package dev.quell.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.treatment.TreatmentSettings.Challenge;
import dev.quell.treatment.TreatmentSettings.Listen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class TreatmentSettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Binding.class);

    @Configuration
    @EnableConfigurationProperties(TreatmentSettings.class)
    static class Binding {}

    @Test
    void nothingSetGivesTheShippedDefaults() {
        runner.run(
                context -> assertThat(context.getBean(TreatmentSettings.class)).isEqualTo(Script.settings()));
    }

    @Test
    void everyPropertyIsBound() {
        runner.withPropertyValues(
                        "quell.treatment.speech-burst=200ms",
                        "quell.treatment.speech-sum=1s",
                        "quell.treatment.listen.before=2s",
                        "quell.treatment.listen.spacing=3s",
                        "quell.treatment.listen.prompts=hello",
                        "quell.treatment.listen.prompt-at-most=8s",
                        "quell.treatment.listen.noise-after=9s",
                        "quell.treatment.listen.no-media-after=4s",
                        "quell.treatment.challenge.prompt=press-one",
                        "quell.treatment.challenge.prompt-at-most=7s",
                        "quell.treatment.challenge.pass-after=10s")
                .run(context -> assertThat(context.getBean(TreatmentSettings.class))
                        .isEqualTo(new TreatmentSettings(
                                Duration.ofMillis(200),
                                Duration.ofSeconds(1),
                                new Listen(
                                        Duration.ofSeconds(2),
                                        Duration.ofSeconds(3),
                                        List.of("hello"),
                                        Duration.ofSeconds(8),
                                        Duration.ofSeconds(9),
                                        Duration.ofSeconds(4)),
                                new Challenge("press-one", Duration.ofSeconds(7), Duration.ofSeconds(10)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speech-burst=19ms | quell.treatment.speech-burst is 19ms; it must be from 20ms to 5000ms",
                "speech-sum=100ms | quell.treatment.speech-sum is 100ms; it must be from 120ms to 10000ms",
                "listen.before=-1s | quell.treatment.listen.before is -1000ms; it must be from 1000ms to 60000ms",
                "listen.noise-after=121s | quell.treatment.listen.noise-after is 121000ms; it must be from 2000ms to 120000ms",
                "listen.prompts= | quell.treatment.listen.prompts is empty",
                "listen.prompts=../etc/passwd | quell.treatment.listen.prompts has '../etc/passwd'; a prompt's name is",
                "challenge.pass-after=1d | quell.treatment.challenge.pass-after is 86400000ms; it must be from 2000ms to 60000ms",
                "challenge.promt=x | quell.treatment.challenge.promt",
                "listen.before=soon | quell.treatment.listen.before",
            })
    void eachFaultIsNamed(String setting, String message) {
        runner.withPropertyValues("quell.treatment." + setting)
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(message));
    }
}
