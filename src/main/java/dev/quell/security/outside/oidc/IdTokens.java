package dev.quell.security.outside.oidc;

import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestOperations;

/**
 * Reads the provider's word on who somebody is: signed by one of its keys with any algorithm that has a public one, for this client, of now. The keys are kept,
 * and asked for again when a token has another one.
 */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private final RestOperations http;
    private final Clock clock;
    private @Nullable ClientRegistration registration;
    private @Nullable JwtDecoder decoder;

    IdTokens(RestOperations http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public synchronized JwtDecoder createDecoder(ClientRegistration wanted) {
        JwtDecoder made = decoder;
        if (made == null || registration != wanted) {
            made = make(wanted);
            decoder = made;
            registration = wanted;
        }
        return made;
    }

    private JwtDecoder make(ClientRegistration provider) {
        String keys = provider.getProviderDetails().getJwkSetUri();
        if (keys == null) {
            throw new IllegalStateException("the provider's configuration names no keys");
        }
        NimbusJwtDecoder made = NimbusJwtDecoder.withJwkSetUri(keys)
                .restOperations(http)
                .jwsAlgorithms(algorithms -> algorithms.addAll(Set.of(SignatureAlgorithm.values())))
                .build();
        OidcIdTokenValidator claims = new OidcIdTokenValidator(provider);
        claims.setClock(clock);
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
        made.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return made;
    }
}
