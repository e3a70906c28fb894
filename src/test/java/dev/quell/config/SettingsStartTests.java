package dev.quell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quell.QuellApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start with faulty settings ends before anything is made of them. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsStartTests {
    @TempDir
    Path folder;

    private Throwable start(String site, String... arguments) throws IOException {
        Files.writeString(folder.resolve("application.yml"), site);
        SpringApplication application = new SpringApplication(QuellApplication.class);
        application.setDefaultProperties(java.util.Map.of("quell.data-directory", folder.resolve("data")));
        String[] all = new String[arguments.length + 2];
        all[0] = "--spring.config.additional-location=file:" + folder + "/";
        all[1] = "--server.port=0";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return catchThrowable(() -> application.run(all).close());
    }

    @Test
    void everyFaultIsToldAtOnceWithoutAStackTraceAndNothingIsMade(CapturedOutput output) throws IOException {
        Throwable thrown = start("""
                quell:
                  screning.mode: enforce
                  screening.holdout: 2
                  call.lines:
                    a: { numbers: ["123*"] }
                    b: { numbers: ["1234"] }
                  classifier.weights: { CLI_WITHELD: 1 }
                quel.mode: x
                """, "--quell.storage.retntion.calls=1d");

        assertThat(thrown).isInstanceOf(InvalidSettingsException.class);
        assertThat(((ExitCodeGenerator) thrown).getExitCode()).isEqualTo(78);
        assertThat(output.getAll())
                .contains("The settings have 6 faults:")
                .contains("  - quel: unknown key; did you mean quell?")
                .contains("  - quell.call.lines: 'a: 123*' and 'b: 1234' overlap;")
                .contains(
                        "  - quell.classifier.weights.CLI_WITHELD: there is no such symbol; did you mean CLI_WITHHELD?")
                .contains("  - quell.screening.holdout: must lie between 0 and 0.1, such as 0.01 (" + folder
                        + "/application.yml:3)")
                .contains("  - quell.screning.mode: unknown key; did you mean quell.screening.mode? (" + folder
                        + "/application.yml:2)")
                .contains(
                        "  - quell.storage.retntion.calls: unknown key; did you mean quell.storage.retention.calls? (command line)")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aFileThatIsNotYamlIsToldWithoutAStackTrace(CapturedOutput output) throws IOException {
        assertThat(start("quell:\n  screening: { mode: observe\n")).isNotNull();

        assertThat(output.getAll())
                .contains("The settings file " + folder + "/application.yml, line 3, column 1 is not YAML: ")
                .doesNotContain("\tat ");
    }
}
