package dev.quell.security;

import dev.quell.security.people.Person;
import dev.quell.share.RateLimits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the bearer token (RFC 6750) of a request; a wrong one ends it, none leaves it to the rules of its path. Requests to the interface are limited; what
 * the dialplan tells never is. A right token is never refused on account of wrong ones: behind one address may be many people, and a token of 256 random
 * bits is not found by trying. The limit on wrong ones keeps the log and the work small.
 */
final class BearerTokenFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(BearerTokenFilter.class);
    private static final String SCHEME = "Bearer ";
    private static final String INTERFACE = "api";
    /** Calls are waiting there; it has limits of its own and lets them pass beyond. */
    private static final String SCREEN = "/api/v1/screen";

    private final Function<String, Optional<Person>> tokens;
    private final RateLimits limits;
    private final ApiSettings settings;
    private final ProblemWriter problems;
    private final Counter wrong;

    BearerTokenFilter(
            Function<String, Optional<Person>> tokens,
            RateLimits limits,
            ApiSettings settings,
            ProblemWriter problems,
            MeterRegistry meters) {
        this.tokens = tokens;
        this.limits = limits;
        this.settings = settings;
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
            return;
        }
        Optional<Person> person = tokens.apply(presented);
        if (person.isPresent()) {
            admit(person.get(), request, response, chain);
        } else {
            refuse(request, response);
        }
    }

    private void admit(Person person, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean screening = path.equals(SCREEN) || path.startsWith(SCREEN + "/");
        Duration wait = Paths.first(request).equals(INTERFACE) && !screening
                ? limits.ask("api", settings.limit().burst(), settings.limit().per())
                : Duration.ZERO;
        if (wait.isPositive()) {
            tooMany(response, wait, "More requests came than quell.api.limit lets through; wait %d s.");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(Signed.as(person));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private void tooMany(HttpServletResponse response, Duration wait, String words) throws IOException {
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        problems.write(response, HttpStatus.TOO_MANY_REQUESTS, String.format(Locale.ROOT, words, seconds));
    }

    private static @Nullable String presented(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? header.substring(SCHEME.length()).strip() : null;
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        wrong.increment();
        String peer = request.getRemoteAddr();
        ApiSettings.Failures failures = settings.failures();
        Duration wait = limits.ask("failed:" + Network.of(peer), failures.maxRetry(), failures.findTime());
        if (wait.isPositive()) {
            tooMany(response, wait, "Too many wrong tokens came from this address; correct the token, or wait %d s.");
            return;
        }
        LOG.warn("A wrong token came from {}; beyond quell.api.failures it is refused without a line", peer);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        problems.write(
                response,
                HttpStatus.UNAUTHORIZED,
                "This token is not the one in the file that quell.api.token-file names, nor one that was made here and holds still.");
    }
}
