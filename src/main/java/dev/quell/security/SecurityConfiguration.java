package dev.quell.security;

import dev.quell.share.RateLimits;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/** Which paths are open to whom. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    @Bean
    ApiToken apiToken(ApiSettings settings) {
        return TokenFile.load(settings.tokenFile());
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            ApiToken token,
            ApiSettings settings,
            ProblemWriter writer,
            MeterRegistry meters,
            RateLimits limits) {
        SecurityProblems problems = new SecurityProblems(writer);
        return http.authorizeHttpRequests(SecurityConfiguration::rules)
                .addFilterBefore(
                        new BearerTokenFilter(token, limits, settings, writer, meters), AuthorizationFilter.class)
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

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        rules.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/api/**")
                .hasRole("API")
                // Its controller asks for the installation token.
                .requestMatchers(HttpMethod.POST, "/asterisk/**")
                .permitAll()
                .requestMatchers("/actuator/health")
                .permitAll()
                .requestMatchers(new AndRequestMatcher(path.matcher("/actuator/prometheus"), new Loopback()))
                .permitAll()
                .requestMatchers("/actuator/**")
                .hasRole("API")
                .anyRequest()
                .denyAll();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }
}
