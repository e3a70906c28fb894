package dev.quell.security.outside.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OidcSettingsTest {

    private static OidcSettings settings(Map<String, String> given) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        given.forEach((key, value) -> source.put("quell.sign-in.oidc." + key, value));
        return new Binder(source).bindOrCreate("quell.sign-in.oidc", Bindable.of(OidcSettings.class));
    }

    private static OidcSettings with(String key, String value) {
        Map<String, String> given = new HashMap<>(Map.of(
                "enabled", "true",
                "issuer", "https://login.example.org/realms/staff",
                "client-id", "quell",
                "roles.admin", "bosses"));
        given.put(key, value);
        return settings(given);
    }

    @Test
    void offNothingIsLookedAt() {
        assertThat(settings(Map.of("issuer", "nonsense")).enabled()).isFalse();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> settings(Map.of("enabled", "true", "timeout", "0s")))
                .rootCause()
                .hasMessageContaining("quell.sign-in.oidc.issuer: ")
                .hasMessageContaining("quell.sign-in.oidc.client-id: ")
                .hasMessageContaining("quell.sign-in.oidc.roles: ")
                .hasMessageContaining("quell.sign-in.oidc.timeout: ");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://login.example.org",
        "issuer, https://login.example.org/?x=1",
        "issuer, https://user@login.example.org",
        "base-url, https://quell.example.org/path",
        "base-url, http://quell.example.org",
        "label, ''",
        "scopes, profile",
        "timeout, 31s"
    })
    void whatCannotBeRightIsRefused(String key, String value) {
        assertThatThrownBy(() -> with(key, value)).rootCause().hasMessageContaining("quell.sign-in.oidc." + key + ": ");
    }

    @ParameterizedTest
    @CsvSource({
        "issuer, http://127.0.0.1:8080/realms/staff",
        "issuer, http://[::1]:8080",
        "base-url, https://quell.example.org/",
        "timeout, 30s"
    })
    void whatMayBeIsTaken(String key, String value) {
        assertThat(with(key, value).enabled()).isTrue();
    }

    @Test
    void aSecretIsGivenOnceAndShownNowhere() {
        assertThat(with("client-secret", "hidden").toString()).doesNotContain("hidden");
        Map<String, String> both = Map.of(
                "enabled", "true",
                "issuer", "https://login.example.org",
                "client-id", "quell",
                "roles.admin", "bosses",
                "client-secret", "a",
                "client-secret-file", "/b");
        assertThatThrownBy(() -> settings(both)).rootCause().hasMessageContaining("quell.sign-in.oidc.client-secret: ");
    }
}
