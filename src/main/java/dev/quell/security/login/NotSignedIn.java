package dev.quell.security.login;

import dev.quell.security.outside.TurnedAway;
import dev.quell.security.people.CurrentPerson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** htmx would put the sign-in page into a part of the page; it follows the answer's header with the whole page. */
    private static final String HTMX = "HX-Request";

    private final Failures failures;

    NotSignedIn(Failures failures) {
        this.failures = failures;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        lead(request, response, PAGE + next(request));
    }

    /** Leads a browser to another page, whichever part of one it asked for. */
    static void lead(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
        if (request.getHeader(HTMX) == null) {
            response.sendRedirect(page);
        } else {
            response.setHeader("HX-Redirect", page.replaceFirst("\\?next=.*", ""));
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
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
        if (why instanceof TurnedAway turned) {
            response.sendRedirect(PAGE + "?told=" + turned.why().word() + "&by="
                    + turned.way().word() + back(request));
            return;
        }
        long seconds = why instanceof SignInRefused refused
                ? refused.waiting().plusMillis(999).toSeconds()
                : 0;
        failures.note(request, seconds > 0);
        response.sendRedirect(PAGE + (seconds > 0 ? "?wait=" + seconds : "?wrong") + back(request));
    }

    private static String back(HttpServletRequest request) {
        return Next.wanted(request)
                .map(wanted -> "&next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** A form that lay open until its session had ended is one to sign in again for. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean nobody = CurrentPerson.find().isEmpty();
        if (why instanceof CsrfException && (nobody || request.getRequestURI().equals(PAGE))) {
            lead(request, response, PAGE + "?again");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
