package dev.quell.testing.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** What a provider is made of. Has no stereotype, so that no test's scan takes it for a part of the service. */
@EnableWebSecurity
class OidcBeans {
    private static final String HIDDEN =
            PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(OidcServer.SECRET);

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .authorizeHttpRequests(asked -> asked.anyRequest().authenticated())
                .exceptionHandling(not -> not.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService users(OidcPeople people) {
        return name -> {
            if (!people.knows(name)) {
                throw new UsernameNotFoundException(name);
            }
            return User.withUsername(name)
                    .password("{noop}" + OidcPeople.PASSWORD)
                    .authorities("person")
                    .build();
        };
    }

    @Bean
    RegisteredClientRepository clients(OidcPeople people) {
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                throw new UnsupportedOperationException("there is one client");
            }

            @Override
            public RegisteredClient findById(String id) {
                return client(people);
            }

            @Override
            public RegisteredClient findByClientId(String id) {
                return id.equals(OidcServer.CLIENT) ? client(people) : null;
            }
        };
    }

    private static RegisteredClient client(OidcPeople people) {
        return RegisteredClient.withId("1")
                .clientId(OidcServer.CLIENT)
                .clientSecret(HIDDEN)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(people.pages() + "/login/oidc/code")
                .postLogoutRedirectUri(people.pages() + "/login?bye")
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(OidcPeople people) {
        return (wanted, none) -> wanted.select(people.keys());
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    AuthorizationServerSettings settings(OidcPeople people) {
        return AuthorizationServerSettings.builder().issuer(people.issuer()).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> words(OidcPeople people) {
        return token -> {
            if (token.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
                String person = token.getPrincipal().getName();
                token.getClaims()
                        .claim("groups", people.groups(person))
                        .claim("preferred_username", person)
                        .claim("name", "Li Na")
                        .audience(List.of(people.audience()));
            }
        };
    }
}
