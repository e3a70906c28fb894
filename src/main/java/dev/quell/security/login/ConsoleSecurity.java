package dev.quell.security.login;

import dev.quell.security.ProblemWriter;
import dev.quell.security.RouteRules;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The pages: people sign in and have a session. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    /** No script, style or picture but the site's own files, and nothing written into a page. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; media-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    @Order(2)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            RouteRules rules,
            SignIn signIn,
            SignedIn signedIn,
            NotSignedIn not,
            SignedOut out,
            Sessions sessions,
            FormTokens tokens,
            ProblemWriter problems,
            ObjectProvider<WayIn> furtherWays) {
        // With a parent, each failure would be tried and counted twice.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        http.authorizeHttpRequests(asked -> asked.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .authenticationProvider(signIn)
                .formLogin(form -> form.loginPage(NotSignedIn.PAGE)
                        .usernameParameter("name")
                        .successHandler(signedIn)
                        .failureHandler(not))
                .logout(logout -> logout.logoutSuccessHandler(out))
                .sessionManagement(held -> held.sessionFixation(fixed -> fixed.changeSessionId()))
                .exceptionHandling(
                        faults -> faults.authenticationEntryPoint(not).accessDeniedHandler(not))
                .addFilterAfter(new SessionFilter(sessions), SecurityContextHolderFilter.class)
                .addFilterBefore(new UploadGate(problems), CsrfFilter.class)
                .addFilterBefore(new SameSite(), CsrfFilter.class)
                .csrf(forms -> forms.csrfTokenRepository(tokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(ConsoleSecurity::headers);
        furtherWays.forEach(way -> way.addTo(http));
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"));
    }
}
