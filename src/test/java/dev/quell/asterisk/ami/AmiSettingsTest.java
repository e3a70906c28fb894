package dev.quell.asterisk.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.asterisk.ami.stream.AmiEndpoint;
import dev.quell.testing.ShippedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AmiSettingsTest {

    private static AmiSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("quell.ami", AmiSettings.class);
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> values = new HashMap<>(Map.of(
                "quell.ami.servers.pbx.host", "127.0.0.1", "quell.ami.servers.pbx.password-file", "/etc/quell/ami"));
        values.put("quell.ami." + key, value);
        return values;
    }

    @Test
    void defaultsAreThoseOfTheShippedFile() {
        AmiSettings settings = bind(Map.of());
        assertThat(settings.servers()).isEmpty();
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.watch()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.reconnect().first()).isEqualTo(Duration.ofMillis(250));
        assertThat(settings.reconnect().longest()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.reconnect().refused()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.reconcile()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.queue()).isEqualTo(10_000);
        assertThat(settings.calls()).isEqualTo(20_000);
        assertThat(settings.keepEnded()).isEqualTo(Duration.ofMinutes(3));
        assertThat(settings.shortestBurst()).isEqualTo(Duration.ofMillis(120));
        assertThat(settings.deafAfter()).isEqualTo(50);
        assertThat(settings.deterrentQueue()).isEqualTo("quell-deterrent");
        assertThat(ShippedSettings.of("quell.ami", AmiSettings.class)).isEqualTo(settings);
    }

    @Test
    void serverHasAsterisksPortAndTheUserOfTheDialplan() {
        AmiSettings settings = bind(with("queue", "100"));
        AmiEndpoint endpoint = settings.endpoint(settings.servers().get("pbx"));
        assertThat(endpoint.toString()).isEqualTo("127.0.0.1:5038");
        assertThat(endpoint.username()).isEqualTo("quell");
        assertThat(endpoint.tls()).isFalse();
        assertThat(settings.limits().fresh()).isEqualTo(Duration.ofSeconds(4));
    }

    @ParameterizedTest
    @CsvSource({
        "servers.p_x.host, h, must be 1 to 32 letters",
        "servers.pbx.host, ' ', host must be",
        "servers.pbx.port, 0, port must be 1 to 65535",
        "servers.pbx.port, 65536, port must be 1 to 65535",
        "servers.pbx.password, secret, and not both",
        "watch, 0s, quell.ami.watch: must be longer than 0",
        "patience, -1s, quell.ami.patience: must be longer than 0",
        "reconcile, 0s, quell.ami.reconcile: must be longer than 0",
        "keep-ended, 0s, quell.ami.keep-ended: must be longer than 0",
        "shortest-burst, 0ms, quell.ami.shortest-burst: must be longer than 0",
        "queue, 99, quell.ami.queue: must be 100 events or more",
        "calls, 0, quell.ami.calls: must be 1 or more",
        "deaf-after, 0, quell.ami.deaf-after: must be 1 call or more",
        "reconnect.longest, 200ms, must not be shorter than reconnect.first",
        "reconnect.refused, 0s, quell.ami.reconnect.refused: must be longer than 0",
    })
    void valueThatCannotBeIsNamedWithWhatWouldBeRight(String key, String value, String words) {
        assertThatThrownBy(() -> bind(
                        key.startsWith("servers.p_x")
                                ? new HashMap<>(
                                        Map.of("quell.ami." + key, value, "quell.ami.servers.p_x.password", "x"))
                                : with(key, value)))
                .rootCause()
                .hasMessageContaining(words);
    }

    @Test
    void passwordIsReadAnewFromItsFilesFirstLine(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ami-password");
        Files.writeString(file, "one\n# not this\n");
        AmiSettings settings = bind(with("servers.pbx.password-file", file.toString()));
        AmiEndpoint endpoint = settings.endpoint(settings.servers().get("pbx"));
        assertThat(endpoint.password().read()).isEqualTo("one");
        Files.writeString(file, "two");
        assertThat(endpoint.password().read()).isEqualTo("two");
        Files.writeString(file, "");
        assertThatThrownBy(() -> endpoint.password().read())
                .hasMessageContaining("is empty; it must hold the password");
        assertThat(settings.servers().get("pbx").toString()).isEqualTo("Server[quell@127.0.0.1:5038]");
    }
}
