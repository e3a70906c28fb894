package dev.quell.security.login;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.share.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Leads to the sign-in page whoever must sign in first, and back to it whoever could not. */
@Component
final class NotSignedIn implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    static final String PAGE = "/login";

    /** htmx would put the sign-in page into a part of the page; it follows this header with the whole page. */
    private static final String HTMX = "HX-Request";

    /** Failures of one address that are noted one by one; whoever tries on fills no disk. */
    private static final int NOTED = 30;

    private static final Duration NOTED_PER = Duration.ofHours(1);

    private final Audit audit;
    private final RateLimits limits;

    NotSignedIn(Audit audit, RateLimits limits) {
        this.audit = audit;
        this.limits = limits;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader(HTMX) != null) {
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        response.sendRedirect(PAGE + next(request));
    }

    private static String next(HttpServletRequest request) {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean useful = HttpMethod.GET.matches(request.getMethod()) && !wanted.equals("/") && Next.isPath(wanted);
        return useful ? "?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8) : "";
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        long seconds = why instanceof SignInRefused refused
                ? refused.waiting().plusMillis(999).toSeconds()
                : 0;
        note(request, seconds);
        String wanted = request.getParameter("next");
        response.sendRedirect(PAGE
                + (seconds > 0 ? "?wait=" + seconds : "?wrong")
                + (wanted != null && Next.isPath(wanted)
                        ? "&next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
                        : ""));
    }

    private void note(HttpServletRequest request, long seconds) {
        String address = request.getRemoteAddr();
        if (limits.ask("sign-in:noted:" + address, NOTED, NOTED_PER).isZero()) {
            String typed = request.getParameter("name");
            String name = SignIn.name(typed == null ? "" : typed);
            String subject = Account.isName(name) ? name : "";
            audit.note("", Deed.SIGN_IN_FAILED, subject, "", seconds > 0 ? "too often" : "does not fit", address);
        }
    }

    /** A form that lay open until its session had ended is one to sign in again for. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean atSignIn = request.getRequestURI().equals(PAGE);
        if (why instanceof CsrfException && atSignIn) {
            response.sendRedirect(PAGE + "?again");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
