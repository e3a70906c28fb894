package dev.quell.security.outside.oidc;

import dev.quell.security.outside.Refusals;
import dev.quell.security.outside.TurnedAway;
import dev.quell.security.outside.TurnedAway.Why;
import dev.quell.security.people.Way;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** What follows a sign-in with the provider that failed: back to the sign-in page, which says why as far as that helps the person. */
final class Failed implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failed.class);
    /** Codes that only say that the browser came with something old. */
    private static final Set<String> OLD =
            Set.of("authorization_request_not_found", "invalid_request", "invalid_state_parameter");
    /** Codes of RFC 6749 and OpenID Connect that a provider sends the browser back with. */
    private static final Set<String> REFUSED = Set.of(
            "access_denied",
            "login_required",
            "consent_required",
            "interaction_required",
            "account_selection_required");

    private static final Set<String> AWAY = Set.of("temporarily_unavailable", "server_error");

    private final AuthenticationFailureHandler page;
    private final Refusals refusals;

    Failed(AuthenticationFailureHandler page, Refusals refusals) {
        this.page = page;
        this.refusals = refusals;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException, ServletException {
        page.onAuthenticationFailure(request, response, told(failed, request));
    }

    private AuthenticationException told(AuthenticationException failed, HttpServletRequest request) {
        Throwable thrown = failed.getCause() instanceof AuthenticationException inner ? inner : failed;
        if (thrown instanceof OAuth2AuthenticationException coded) {
            Why why = why(coded);
            if (why == Why.UNUSABLE || why == Why.AWAY) {
                LOG.warn("What the provider answered cannot be used: {}", Refusals.clean(coded.getMessage() + ""));
            }
            if (why == Why.UNUSABLE || why == Why.REFUSED) {
                refusals.note(Way.OIDC, "", why.word(), request.getRemoteAddr());
            }
            return new TurnedAway(Way.OIDC, why);
        }
        if (thrown instanceof AuthenticationException known && !thrown.equals(failed)) {
            return known;
        }
        if (failed instanceof TurnedAway || failed.getCause() == null) {
            return failed;
        }
        LOG.warn("Nobody was led to the provider", failed);
        return new TurnedAway(Way.OIDC, Why.AWAY);
    }

    private static Why why(OAuth2AuthenticationException coded) {
        String code = coded.getError().getErrorCode();
        if (OLD.contains(code)) {
            return Why.EXPIRED;
        }
        if (REFUSED.contains(code)) {
            return Why.REFUSED;
        }
        return AWAY.contains(code) || isAway(coded) ? Why.AWAY : Why.UNUSABLE;
    }

    private static boolean isAway(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
