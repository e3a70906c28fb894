package dev.quell.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.reporting.MailServer.Security;
import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.ScheduleDraft;
import dev.quell.testing.ReportSettingsBuilder;
import dev.quell.testing.ShippedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportSettingsTest {

    private static MailServer server(String username, String password, Security security) {
        return new MailServer(
                "mail.example.org", 587, security, username, password, "", "quell@example.org", Duration.ofSeconds(15));
    }

    private static ReportSettings with(MailServer server) {
        return ReportSettingsBuilder.with(Map.of(), server);
    }

    @Test
    void theShippedOnesSendNothing() {
        ReportSettings shipped = ShippedSettings.of("quell.reports", ReportSettings.class);

        assertThat(shipped.schedules()).isEmpty();
        assertThat(shipped.mail().isSet()).isFalse();
        assertThat(shipped.handling()).isEqualTo(Duration.ofSeconds(45));
        assertThat(shipped.keep()).isEqualTo(Duration.ofDays(400));
    }

    @ParameterizedTest
    @CsvSource({
        "handling, 999ms, 1s",
        "handling, 601s, 10m",
        "keep, 29d, 30d",
        "keep, 3651d, 3650d",
        "zone, Mars, Asia/Shanghai",
        "mail.host, 'a b', mail.example.org",
        "mail.port, 0, 1",
        "mail.port, 65536, 65535",
        "mail.from, quell, quell@localhost",
        "mail.patience, 999ms, 1s",
        "mail.patience, 61s, 1m",
    })
    void aFaultNamesItsKeyAndTheValueJustInsideIsTaken(String key, String wrong, String right) {
        assertThatThrownBy(() -> ShippedSettings.of("quell.reports", ReportSettings.class, key, wrong))
                .rootCause()
                .hasMessageStartingWith("quell.reports." + key + ": must be");
        assertThat(ShippedSettings.of("quell.reports", ReportSettings.class, key, right))
                .isNotNull();
    }

    @Test
    void faultsOfSchedulesNameThem() {
        ScheduleDraft bad = new ScheduleDraft(Rhythm.DAILY, DayOfWeek.MONDAY, "25:00", List.of(), false, "en");

        assertThatThrownBy(() -> ReportSettingsBuilder.with(Map.of("lead", bad)))
                .hasMessage(
                        "quell.reports.schedules.lead.at: must be a time of day in quotes, such as \"07:00\"\n"
                                + "quell.reports.schedules.lead.mail: nobody gets this report: give mail addresses, or webhook: true");
    }

    @Test
    void aPasswordBelongsToAUserAndToTls(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "s3cret\nsecond line\n");

        assertThat(with(server("quell", file.toString(), Security.STARTTLS))
                        .mail()
                        .password())
                .isEqualTo("s3cret");
        assertThat(server("quell", file.toString(), Security.TLS).toString()).doesNotContain("s3cret");
        assertThatThrownBy(() -> with(server("quell", "", Security.TLS)))
                .hasMessageContaining("quell.reports.mail.password-file: give username and password-file");
        assertThatThrownBy(() -> with(server("", file.toString(), Security.TLS)))
                .hasMessageContaining("quell.reports.mail.password-file: give username and password-file");
        assertThatThrownBy(() -> with(server("quell", file.toString(), Security.NONE)))
                .hasMessage(
                        "quell.reports.mail.security: a password goes over TLS alone: write STARTTLS or TLS, or leave username and password-file out");
    }

    @Test
    void anEmptyPasswordFileIsAFaultWhenItIsRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "");

        assertThatThrownBy(() -> server("quell", file.toString(), Security.TLS).password())
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is empty; it must hold the password");
    }
}
