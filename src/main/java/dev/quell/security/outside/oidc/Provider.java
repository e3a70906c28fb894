package dev.quell.security.outside.oidc;

import dev.quell.security.outside.Refusals;
import dev.quell.security.outside.Secret;
import dev.quell.security.outside.TurnedAway;
import dev.quell.security.people.Way;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestOperations;

/**
 * What the provider says of itself, asked for when somebody wants to sign in first, so that the service starts without it. While one request asks, or none
 * got an answer just now, others are told at once that it is away.
 */
final class Provider implements ClientRegistrationRepository {

    /** The one registration there is. */
    static final String ID = "oidc";

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final String CONFIGURATION = "/.well-known/openid-configuration";
    private static final ParameterizedTypeReference<Map<String, Object>> TREE = new ParameterizedTypeReference<>() {};

    private final OidcSettings settings;
    private final RestOperations http;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ClientRegistration known;
    private volatile Instant notBefore = Instant.MIN;

    Provider(OidcSettings settings, RestOperations http, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return id.equals(ID) ? get() : null;
    }

    /** What is known of it, without asking. */
    Optional<ClientRegistration> ifKnown() {
        return Optional.ofNullable(known);
    }

    private ClientRegistration get() {
        ClientRegistration found = known;
        if (found != null) {
            return found;
        }
        if (clock.instant().isBefore(notBefore) || !asking.tryLock()) {
            throw new TurnedAway(Way.OIDC, TurnedAway.Why.AWAY);
        }
        try {
            ClientRegistration asked = ask();
            known = asked;
            return asked;
        } catch (RestClientException | IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            notBefore = clock.instant().plus(PAUSE);
            LOG.warn(
                    "Nobody can sign in by {}: {} gives no configuration that can be used: {}",
                    settings.issuer(),
                    settings.issuer() + CONFIGURATION,
                    Refusals.clean(String.valueOf(e.getMessage())));
            throw new TurnedAway(Way.OIDC, TurnedAway.Why.AWAY);
        } finally {
            asking.unlock();
        }
    }

    private ClientRegistration ask() {
        Map<String, Object> told = http.exchange(
                        org.springframework.http.RequestEntity.get(
                                        settings.issuer().replaceAll("/$", "") + CONFIGURATION)
                                .build(),
                        TREE)
                .getBody();
        if (told == null || !settings.issuer().equals(told.get("issuer"))) {
            throw new IllegalStateException("it names another issuer than quell.sign-in.oidc.issuer");
        }
        Optional<String> secret = Secret.of(settings.clientSecret(), settings.clientSecretFile());
        ClientRegistration.Builder registration = ClientRegistrations.fromOidcConfiguration(told)
                .registrationId(ID)
                .clientName(settings.label())
                .clientId(settings.clientId())
                .scope(settings.wanted())
                .redirectUri(settings.base().orElse("{baseUrl}") + OidcPaths.BACK)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        secret.ifPresentOrElse(
                registration::clientSecret,
                () -> registration.clientAuthenticationMethod(ClientAuthenticationMethod.NONE));
        return registration.build();
    }
}
