package dev.quell.security.outside.oidc;

import dev.quell.security.Signed;
import dev.quell.security.login.OutsideLimit;
import dev.quell.security.people.Person;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What follows a sign-in with the provider: from here on it is as any other. */
final class Done implements AuthenticationSuccessHandler {

    private final AuthenticationSuccessHandler signedIn;
    private final OutsideLimit limit;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Done(AuthenticationSuccessHandler signedIn, OutsideLimit limit) {
        this.signedIn = signedIn;
        this.limit = limit;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication vouchedFor)
            throws IOException, ServletException {
        if (!(vouchedFor.getPrincipal() instanceof Members.Member member)) {
            throw new IllegalStateException("signed in, and nobody");
        }
        limit.giveBack(request);
        Authentication signed = Signed.as(Person.of(member.account()));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signed);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        request.getSession()
                .setAttribute(ProviderLogout.WORD, member.getIdToken().getTokenValue());
        signedIn.onAuthenticationSuccess(request, response, signed);
    }
}
