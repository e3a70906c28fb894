package dev.quell.security.login;

import dev.quell.security.SafeCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The token against forged forms. Of whoever is signed in it is in the session, where no other site of the same domain can put one; before that, at the
 * sign-in and set-up pages, it is in a cookie, so that whoever only looks at them has no session.
 */
@Component
final class FormTokens implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-TOKEN";

    private final CookieCsrfTokenRepository before = new CookieCsrfTokenRepository();
    private final HttpSessionCsrfTokenRepository signedIn = new HttpSessionCsrfTokenRepository();
    private final SafeCookies safe;

    FormTokens(SafeCookies safe) {
        this.safe = safe;
        before.setHeaderName(HEADER);
        before.setCookieName("quell-csrf");
        // Strict would withhold it from whoever follows a link from elsewhere; the new one would make the forms of open
        // pages stale.
        before.setCookieCustomizer(built -> built.sameSite("Lax").httpOnly(true).secure(secure()));
        signedIn.setHeaderName(HEADER);
    }

    private boolean secure() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
                && safe.secure(servlet.getRequest());
    }

    private CsrfTokenRepository place(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            return signedIn;
        }
        return before;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return place(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        place(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return place(request).loadToken(request);
    }
}
