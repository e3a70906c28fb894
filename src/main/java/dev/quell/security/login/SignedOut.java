package dev.quell.security.login;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Person;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** What follows a sign-out: back to the sign-in page. */
@Component
final class SignedOut implements LogoutSuccessHandler {

    private final Audit audit;

    SignedOut(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication was)
            throws IOException, ServletException {
        if (was != null && was.getPrincipal() instanceof Person person) {
            audit.note(person.id(), Deed.SIGNED_OUT, person.id(), "", "", request.getRemoteAddr());
        }
        if (SignedOutElsewhere.address(request).isPresent()) {
            request.getRequestDispatcher(SignedOutElsewhere.PAGE).forward(request, response);
        } else {
            response.sendRedirect(NotSignedIn.PAGE + "?bye");
        }
    }
}
