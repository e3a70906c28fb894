package dev.quell.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.replay.Replay;
import dev.quell.replay.ReplaySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccuracyPageTest {

    private static final Path PAGE = Path.of("src/docs/accuracy.md");

    @Test
    void pageIsAboutTheShippedRules() throws IOException {
        String version = Replay.of(ReplaySettings.shipped()).classifier().version();

        assertThat(Files.readString(PAGE))
                .as("made anew by: java -jar target/quell.jar simulate --accuracy-page " + PAGE)
                .contains("Version of rules and settings: `" + version + "`.")
                .doesNotContain("{{");
    }
}
