package dev.quell.security.outside.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.testing.provider.OidcServer;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

/** What is seen of a real provider from outside. */
class ProviderLookTest {
    private static final OidcServer PROVIDER = new OidcServer();

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    private static ProviderLook look(Map<String, String> other) {
        MockEnvironment environment = new MockEnvironment()
                .withProperty("quell.sign-in.oidc.enabled", "true")
                .withProperty("quell.sign-in.oidc.issuer", PROVIDER.issuer())
                .withProperty("quell.sign-in.oidc.client-id", OidcServer.CLIENT)
                .withProperty("quell.sign-in.oidc.client-secret", OidcServer.SECRET)
                .withProperty("quell.sign-in.oidc.roles.admin", "bosses")
                .withProperty("quell.sign-in.oidc.timeout", "2s");
        other.forEach((key, value) -> environment.withProperty("quell.sign-in.oidc." + key, value));
        assertThat(ProviderLook.isWanted(environment)).isTrue();
        return ProviderLook.at(environment);
    }

    @Test
    void oneThatIsWellIsSeenWhole() {
        ProviderLook look = look(Map.of());

        assertThat(look.named()).isEqualTo(PROVIDER.issuer());
        assertThat(look.absent()).isEmpty();
        assertThat(look.proof()).contains(true);
        assertThat(look.keys()).isEqualTo(1);
        assertThat(look.client()).contains(true);
        assertThat(look.certificate()).isEmpty();
        assertThat(look.roles()).containsExactly("security", "auditor", "agent");
    }

    @Test
    void anotherSecretAndAnotherClientAreTold() {
        assertThat(look(Map.of("client-secret", "a guess")).client()).contains(false);
        assertThat(look(Map.of("client-id", "another")).client()).contains(false);
    }

    @Test
    void anIssuerThatIsNearlyRightIsTold() {
        assertThat(look(Map.of("issuer", PROVIDER.issuer() + "/")).named()).isEqualTo(PROVIDER.issuer());
    }

    @Test
    void scopesThatItDoesNotListAreTold() {
        assertThat(look(Map.of("scopes", "openid,groups")).unknown()).containsExactly("groups");
    }

    @Test
    void whatIsNoProviderCannotBeAsked() {
        assertThatThrownBy(() -> look(Map.of("issuer", PROVIDER.issuer() + "/nothing")))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> look(Map.of("issuer", "http://127.0.0.1:1")))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(java.io.IOException.class);
    }
}
