package dev.quell.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the bearer token (RFC 6750) of a request; a wrong one ends it, none leaves it to the rules of its path. */
final class BearerTokenFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(BearerTokenFilter.class);
    private static final String SCHEME = "Bearer ";

    private final ApiToken token;
    private final FailedTokens failed;
    private final ProblemWriter problems;
    private final Counter wrong;

    BearerTokenFilter(ApiToken token, FailedTokens failed, ProblemWriter problems, MeterRegistry meters) {
        this.token = token;
        this.failed = failed;
        this.problems = problems;
        this.wrong = Counter.builder("quell.api.wrong.tokens")
                .description("requests with a wrong bearer token")
                .register(meters);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String presented = presented(request);
        if (presented == null) {
            chain.doFilter(request, response);
        } else if (token.matches(presented)) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    "api", null, AuthorityUtils.createAuthorityList("ROLE_API")));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        } else {
            refuse(request, response);
        }
    }

    private static @Nullable String presented(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? header.substring(SCHEME.length()).strip() : null;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        wrong.increment();
        String peer = request.getRemoteAddr();
        int count = failed.count(peer);
        if (failed.tooMany(count)) {
            long seconds = failed.wait(peer).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            problems.write(
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "Too many wrong tokens came from this address; correct the token, or wait " + seconds + " s.");
            return;
        }
        LOG.warn("A wrong token came from {}, the {}. within the time quell.api.failures.find-time", peer, count);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "This token is not the one in the file that quell.api.token-file names.");
    }
}
