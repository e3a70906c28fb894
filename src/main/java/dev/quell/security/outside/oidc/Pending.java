package dev.quell.security.outside.oidc;

import dev.quell.security.SafeCookies;
import dev.quell.security.login.Next;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;

/**
 * Sign-ins that were begun and not answered yet. A cookie says which one is the browser's; there is no session before somebody is signed in. Each is answered
 * once; however many are begun, the memory is bounded and the oldest goes.
 */
final class Pending implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "quell-oidc";

    static final int MOST = 2000;
    static final Duration KEPT = Duration.ofMinutes(10);

    private static final int RANDOM_BYTES = 32;

    private final SafeCookies safe;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Begun> begun = new LinkedHashMap<>();

    Pending(SafeCookies safe, Clock clock) {
        this.safe = safe;
        this.clock = clock;
    }

    private record Begun(OAuth2AuthorizationRequest request, Instant until) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return find(request).map(Begun::request).orElse(null);
    }

    private Optional<Begun> find(HttpServletRequest request) {
        String state = request.getParameter(OAuth2ParameterNames.STATE);
        synchronized (begun) {
            return handle(request)
                    .map(begun::get)
                    .filter(one -> one.until().isAfter(clock.instant()))
                    .filter(one -> Objects.equals(one.request().getState(), state));
        }
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest wanted, HttpServletRequest request, HttpServletResponse response) {
        if (wanted == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String handle = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        synchronized (begun) {
            begun.put(handle, new Begun(wanted, clock.instant().plus(KEPT)));
            if (begun.size() > MOST) {
                begun.remove(begun.keySet().iterator().next());
            }
        }
        set(handle, KEPT, request, response);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Begun> found = find(request);
        if (found.isEmpty()) {
            return null;
        }
        boolean first;
        synchronized (begun) {
            first = handle(request).map(begun::remove).isPresent();
        }
        set("", Duration.ZERO, request, response);
        OAuth2AuthorizationRequest answered = found.get().request();
        Optional.ofNullable(answered.<String>getAttribute(Next.WANTED))
                .ifPresent(next -> request.setAttribute(Next.WANTED, next));
        return first ? answered : null;
    }

    private static Optional<String> handle(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private void set(String handle, Duration kept, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, handle)
                        .httpOnly(true)
                        // The provider leads back here from another site.
                        .sameSite("Lax")
                        .secure(safe.secure(request))
                        .path(OidcPaths.START)
                        .maxAge(kept)
                        .build()
                        .toString());
    }
}
