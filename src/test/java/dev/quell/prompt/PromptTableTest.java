package dev.quell.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.testing.ShippedSettings;
import dev.quell.treatment.TreatmentSettings;
import dev.quell.treatment.script.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PromptTableTest {

    private final PromptTable table = PromptTable.shipped();

    @Test
    void theTableIsThatOfTheDialplan() {
        assertThat(table.all()).hasSize(26);
        Prompt first = table.find("listen-1").orElseThrow();
        assertThat(first.longest()).isEqualTo(Duration.ofMillis(2500));
        assertThat(first.text(Voice.EN)).isEqualTo("Hello, can you hear me?");
        assertThat(first.text(Voice.ZH)).isEqualTo("您好，听得到吗？");
        assertThat(table.find("digits/0").orElseThrow().anchor()).isEqualTo("prompt-digits-0");
        assertThat(table.all())
                .filteredOn(Prompt::tone)
                .extracting(Prompt::name)
                .containsExactly("sit", "signal-tone");
        assertThat(table.find("../../etc/passwd")).isEmpty();
    }

    @Test
    void everyPromptOfAScriptIsThereAndEveryOneIsRecorded() {
        Scripts.of(ShippedSettings.of("quell.treatment", TreatmentSettings.class)).stream()
                .flatMap(script -> script.stages().stream())
                .filter(stage -> !stage.prompt().isEmpty())
                .forEach(stage -> assertThat(table.find(stage.prompt()))
                        .as(stage.prompt())
                        .isPresent());
        for (Voice voice : Voice.values()) {
            assertThat(table.all())
                    .allSatisfy(prompt -> assertThat(
                                    Path.of("dialplan/sounds", voice.word(), "quell", prompt.name() + ".wav"))
                            .matches(Files::isRegularFile));
        }
    }
}
