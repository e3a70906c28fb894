package dev.quell.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.webhook.WebhookSettings.Numbers;
import dev.quell.webhook.WebhookSettings.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSettingsTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static WebhookSettings with(Target target) {
        return new WebhookSettings(Map.of("crm", target), 10_000, Duration.ofHours(24), Duration.ofSeconds(10));
    }

    private static Target to(String url, boolean allowPrivate, String... events) {
        return new Target(url, List.of(events), SECRET, null, allowPrivate, Numbers.WHOLE);
    }

    @ParameterizedTest
    @CsvSource({
        "http://crm.example/, http is for private networks alone",
        "crm.example, must be an absolute https address",
        "ftp://crm.example/, must be an absolute https address",
        "https://li:secret@crm.example/, must be an absolute https address",
        "https:///x, must be an absolute https address",
    })
    void anAddressIsHttpsWithoutAUser(String url, String fault) {
        assertThatThrownBy(() -> with(to(url, false)))
                .hasMessageStartingWith("quell.webhooks.targets.crm.url: ")
                .hasMessageContaining(fault)
                .hasMessageNotContaining("secret@");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        Target wrong = new Target("x", List.of("blocks"), "hello", Path.of("/etc/quell/s"), false, Numbers.WHOLE);

        assertThatThrownBy(() -> new WebhookSettings(Map.of("a b", wrong), 1, Duration.ZERO, Duration.ZERO))
                .hasMessageContainingAll(
                        "quell.webhooks.queue: ",
                        "quell.webhooks.keep-trying: ",
                        "quell.webhooks.patience: ",
                        "quell.webhooks.targets: 'a b' is no name",
                        ".url: ",
                        ".secret: give secret-file",
                        ".secret: is whsec_",
                        ".events: 'blocks' is none of block.made, ")
                .hasMessageNotContaining("hello");
    }

    @Test
    void eventsAreMeantByTheirWordOrItsFirstPart() {
        Target target = to("https://crm.example/", false, "block", "alarm.raised");

        assertThat(with(target).targets()).containsKey("crm");
        assertThat(target.wants(EventKind.BLOCK_MADE)).isTrue();
        assertThat(target.wants(EventKind.BLOCK_LIFTED)).isTrue();
        assertThat(target.wants(EventKind.ALARM_RAISED)).isTrue();
        assertThat(target.wants(EventKind.ALARM_OVER)).isFalse();
        assertThat(target.wants(EventKind.FLAG_RAISED)).isFalse();
        assertThat(target.wants(EventKind.TEST)).isTrue();
        assertThat(to("https://crm.example/", false).wants(EventKind.FLAG_RAISED))
                .isTrue();
    }

    @Test
    void nothingShowsTheSecret() {
        assertThat(with(to("https://crm.example/h?key=s3cret", false)).toString())
                .doesNotContain("whsec", "s3cret");
    }
}
