package dev.quell.console.shell;

import dev.quell.security.SafeCookies;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * A reader's language, colours and whether single keys do something: from the address ({@code ?lang=zh}, {@code ?theme=dark}, {@code ?keys=off}), which a
 * cookie then keeps, else from the browser.
 */
public final class Preferences implements LocaleResolver, HandlerInterceptor {
    private static final String LANGUAGE = "lang";
    private static final String THEME = "theme";
    private static final String KEYS = "keys";
    private static final String OFF = "off";
    private static final String COOKIE = "quell-";
    private static final Duration KEPT = Duration.ofDays(365);

    private final SafeCookies safe;

    Preferences(SafeCookies safe) {
        this.safe = safe;
    }

    /** The language of a request. */
    public Tongue tongue(HttpServletRequest request) {
        return Tongue.named(request.getParameter(LANGUAGE))
                .or(() -> Tongue.named(cookie(request, LANGUAGE)))
                .orElseGet(() -> Tongue.of(request.getLocale()));
    }

    /** The colours of a request. */
    public Theme theme(HttpServletRequest request) {
        return Theme.named(request.getParameter(THEME))
                .or(() -> Theme.named(cookie(request, THEME)))
                .orElse(Theme.AUTO);
    }

    /** Whether single keys do something on the pages of a request; only modifiers and the keys of forms do otherwise. */
    public boolean keys(HttpServletRequest request) {
        String asked = request.getParameter(KEYS);
        return !OFF.equals(asked == null ? cookie(request, KEYS) : asked);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return tongue(request).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen in the address");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Tongue.named(request.getParameter(LANGUAGE))
                .ifPresent(tongue -> keep(request, response, LANGUAGE, tongue.word()));
        Theme.named(request.getParameter(THEME)).ifPresent(theme -> keep(request, response, THEME, theme.word()));
        Optional.ofNullable(request.getParameter(KEYS))
                .ifPresent(word -> keep(request, response, KEYS, word.equals(OFF) ? OFF : "on"));
        return true;
    }

    private void keep(HttpServletRequest request, HttpServletResponse response, String name, String word) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE + name, word)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(safe.secure(request))
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE + name))
                .map(Cookie::getValue)
                .orElse(null);
    }
}
