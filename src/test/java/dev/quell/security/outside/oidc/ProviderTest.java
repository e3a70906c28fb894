package dev.quell.security.outside.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.security.outside.RoleGroups;
import dev.quell.security.outside.TurnedAway;
import dev.quell.testing.MovingClock;
import dev.quell.testing.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** What is asked of a provider before anybody is led there. */
class ProviderTest {

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final StubProvider stub = new StubProvider();
    private final ProviderHttp http = new ProviderHttp(settings(stub.issuer(), ""));

    @AfterEach
    void close() {
        http.close();
        stub.close();
    }

    private static OidcSettings settings(String issuer, String secret) {
        return new OidcSettings(
                true,
                "Company",
                issuer,
                "quell",
                secret,
                "",
                "https://quell.example.org/",
                List.of("openid", "profile"),
                "preferred_username",
                "groups",
                new RoleGroups(List.of("bosses"), List.of(), List.of(), List.of()),
                "",
                "PJSIP/",
                "",
                Patience.LONG,
                true);
    }

    private Provider provider(String issuer, String secret) {
        return new Provider(settings(issuer, secret), http.plain(), clock);
    }

    private static void isAway(Provider provider) {
        assertThatThrownBy(() -> provider.findByRegistrationId("oidc"))
                .isInstanceOfSatisfying(
                        TurnedAway.class, away -> assertThat(away.why()).isEqualTo(TurnedAway.Why.AWAY));
    }

    @Test
    void itIsAskedOnceAndOnlyWhenSomebodyWantsToSignIn() {
        Provider provider = provider(stub.issuer(), "");
        assertThat(provider.ifKnown()).isEmpty();

        var registration = provider.findByRegistrationId("oidc");
        stub.close();

        assertThat(provider.findByRegistrationId("oidc")).isSameAs(registration);
        assertThat(registration.getRedirectUri()).isEqualTo("https://quell.example.org/login/oidc/code");
        assertThat(registration.getClientSettings().isRequireProofKey()).isTrue();
        assertThat(provider.findByRegistrationId("another")).isNull();
    }

    @Test
    void aClientWithoutSecretIsPublic() {
        assertThat(provider(stub.issuer(), "").findByRegistrationId("oidc").getClientAuthenticationMethod())
                .isEqualTo(ClientAuthenticationMethod.NONE);
        assertThat(provider(stub.issuer(), "hidden")
                        .findByRegistrationId("oidc")
                        .getClientAuthenticationMethod())
                .isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
    }

    @Test
    void oneThatNamesItselfOtherwiseIsNotIt() {
        isAway(provider(stub.issuer() + "/", ""));
    }

    @Test
    void oneThatIsAwayIsAskedAgainAfterFiveSeconds() {
        String gone = stub.issuer();
        stub.close();
        Provider provider = provider(gone, "");
        isAway(provider);

        try (StubProvider back = StubProvider.at(gone)) {
            assertThat(back.issuer()).isEqualTo(gone);
            clock.advance(Duration.ofSeconds(5).minusMillis(1));
            isAway(provider);
            clock.advance(Duration.ofMillis(1));
            assertThat(provider.findByRegistrationId("oidc")).isNotNull();
        }
    }
}
