package dev.quell.security;

import dev.quell.security.people.Person;
import dev.quell.security.people.Right;
import dev.quell.security.tokens.Tokens;
import dev.quell.share.RateLimits;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Which paths are open to whom. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    ApiToken apiToken(ApiSettings settings) {
        return TokenFile.load(settings.tokenFile());
    }

    @Bean
    RouteRules routeRules(HttpSettings settings) {
        return new RouteRules(settings);
    }

    /** The REST interface and what machines ask: no session, a token with each request. */
    @Bean
    @Order(1)
    SecurityFilterChain interfaceChain(
            HttpSecurity http, RouteRules rules, BearerTokenFilter tokens, ProblemWriter writer) {
        SecurityProblems problems = new SecurityProblems(writer);
        return http.securityMatcher("/api/**", "/asterisk/**", "/actuator/**", "/v3/**")
                .authorizeHttpRequests(asked -> asked.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .addFilterBefore(tokens, AuthorizationFilter.class)
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SecurityConfiguration::headers)
                // No browser sends the token by itself, so there is nothing to forge.
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    BearerTokenFilter bearerTokenFilter(
            ApiToken token,
            Tokens tokens,
            RateLimits limits,
            ApiSettings settings,
            ProblemWriter writer,
            MeterRegistry meters) {
        Person api = Person.program("api", Set.of(Right.values()));
        return new BearerTokenFilter(
                presented -> token.matches(presented) ? Optional.of(api) : tokens.person(presented),
                limits,
                settings,
                writer,
                meters);
    }

    /** It is part of one chain, and none of all requests. */
    @Bean
    FilterRegistrationBean<BearerTokenFilter> notForAll(BearerTokenFilter filter) {
        FilterRegistrationBean<BearerTokenFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }
}
