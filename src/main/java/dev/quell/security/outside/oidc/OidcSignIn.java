package dev.quell.security.outside.oidc;

import dev.quell.security.SafeCookies;
import dev.quell.security.login.OutsideLimit;
import dev.quell.security.login.WayIn;
import dev.quell.security.outside.Outsiders;
import dev.quell.security.outside.Refusals;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Puts the sign-in with a provider together, if the settings have one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(OidcSettings.PREFIX + ".enabled")
class OidcSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);

    @Bean
    ProviderHttp providerHttp(OidcSettings settings) {
        return new ProviderHttp(settings);
    }

    @Bean
    Provider oidcProvider(OidcSettings settings, ProviderHttp http, Clock clock) {
        return new Provider(settings, http.plain(), clock);
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(ProviderHttp http, Clock clock) {
        return new IdTokens(http.plain(), clock);
    }

    @Bean
    WayIn oidcWayIn(
            OidcSettings settings,
            Provider provider,
            ProviderHttp http,
            Outsiders outsiders,
            Refusals refusals,
            OutsideLimit limit,
            SafeCookies safe,
            Clock clock,
            @Qualifier("signedIn") AuthenticationSuccessHandler signedIn,
            @Qualifier("notSignedIn") AuthenticationFailureHandler not) {
        LOG.info(
                "People may sign in by {}; it must know {}{} as a redirect address",
                settings.issuer(),
                settings.base().orElse("the pages' address, followed by "),
                OidcPaths.BACK);
        Failed failed = new Failed(not, refusals);
        Pending pending = new Pending(safe, clock);
        Members members = new Members(users(http), new Claims(settings), outsiders);
        RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(http.tokens());
        return chain -> chain.oauth2Login(login -> login.loginPage("/login")
                        .loginProcessingUrl(OidcPaths.BACK)
                        .clientRegistrationRepository(provider)
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(there -> there.authorizationRequestResolver(new Starts(provider, limit))
                                .authorizationRequestRepository(pending))
                        .tokenEndpoint(there -> there.accessTokenResponseClient(tokens))
                        .userInfoEndpoint(there -> there.oidcUserService(members))
                        .successHandler(new Done(signedIn, limit))
                        .failureHandler(failed)
                        .withObjectPostProcessor(failing(failed)))
                .logout(logout -> logout.addLogoutHandler(new ProviderLogout(settings, provider)));
    }

    private static OidcUserService users(ProviderHttp http) {
        DefaultOAuth2UserService plain = new DefaultOAuth2UserService();
        plain.setRestOperations(http.person());
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(plain);
        return users;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failing(Failed failed) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(failed);
                return filter;
            }
        };
    }
}
