package dev.quell.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The alarms by Prometheus' own tool, where it is installed. */
class PromtoolTest {

    private String said = "";

    @BeforeEach
    void isInstalled() {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        assumeThat(installed)
                .as("promtool is not installed (Debian: package prometheus)")
                .isTrue();
    }

    private int promtool(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "promtool";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    @Test
    void theRulesAreInOrder() throws IOException, InterruptedException {
        assertThat(promtool("check", "rules", "config/prometheus-alerts.yml"))
                .as(said)
                .isZero();
        assertThat(said).contains("rules found");
    }

    @Test
    void eachAlarmIsRaisedForWhatItIsForAndForNothingElse() throws IOException, InterruptedException {
        int status = promtool("test", "rules", "src/test/resources/monitoring/prometheus-alerts.test.yml");

        assertThat(status).as(said).isZero();
    }
}
