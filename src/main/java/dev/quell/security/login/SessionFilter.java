package dev.quell.security.login;

import dev.quell.security.Paths;
import dev.quell.security.Signed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that holds no more, and gives one that does what its person may do now. Whoever has a password that another person chose is led to where it
 * is changed, whatever was asked for.
 */
final class SessionFilter extends OncePerRequestFilter {

    /** What is open as long as the password has to be changed. */
    private static final Set<String> MEANWHILE = Set.of("account", "logout", "login", "assets", "favicon.ico");

    private final Sessions sessions;

    SessionFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() != null) {
            Optional<Account> account = sessions.account(request);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            account.map(Person::of).map(Signed::as).ifPresentOrElse(context::setAuthentication, () -> end(request));
            SecurityContextHolder.setContext(context);
            if (account.filter(Account::mustChange).isPresent() && !MEANWHILE.contains(Paths.first(request))) {
                NotSignedIn.lead(request, response, OwnPassword.PAGE);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
