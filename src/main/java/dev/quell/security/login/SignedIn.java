package dev.quell.security.login;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows a sign-in: the session begins, the browser is known from now on, and the person goes on. */
@Component
final class SignedIn implements AuthenticationSuccessHandler {

    private final Accounts accounts;
    private final Sessions sessions;
    private final Audit audit;
    private final DeviceCookie devices;

    SignedIn(Accounts accounts, Sessions sessions, Audit audit, DeviceCookie devices) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.devices = devices;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        if (!(signedIn.getPrincipal() instanceof Person person)) {
            throw new IllegalStateException("signed in, and nobody");
        }
        Account account = accounts.find(person.id()).orElseThrow();
        audit.note(person.id(), Deed.SIGNED_IN, person.id(), "", account.way().word(), request.getRemoteAddr());
        sessions.begin(request.getSession(), account);
        devices.give(request, response, account);
        response.sendRedirect(Next.wanted(request).orElseGet(() -> Next.of(person)));
    }
}
