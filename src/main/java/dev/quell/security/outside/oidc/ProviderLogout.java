package dev.quell.security.outside.oidc;

import dev.quell.security.login.SignedOutElsewhere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Says where the sign-in at the provider is ended too (RP-initiated logout), while the session still knows whose it was. */
final class ProviderLogout implements LogoutHandler {

    /** What of a session has the provider's word on its person. */
    static final String WORD = "quell.id-token";

    /** An address that is longer than a header may be leads nowhere. */
    private static final int LONGEST = 4000;

    private final OidcSettings settings;
    private final Provider provider;

    ProviderLogout(OidcSettings settings, Provider provider) {
        this.settings = settings;
        this.provider = provider;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication was) {
        HttpSession session = request.getSession(false);
        if (settings.logout() && session != null && session.getAttribute(WORD) instanceof String word) {
            end().map(end -> address(end, word, request))
                    .ifPresent(address -> request.setAttribute(SignedOutElsewhere.ADDRESS, address));
        }
    }

    private Optional<String> end() {
        return provider.ifKnown()
                .map(ClientRegistration::getProviderDetails)
                .map(details -> details.getConfigurationMetadata().get("end_session_endpoint"))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private String address(String end, String word, HttpServletRequest request) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(end)
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{back}");
        String back = Bases.of(settings, request) + "/login?bye";
        String whole = address.cloneBuilder()
                .queryParam("id_token_hint", "{word}")
                .encode()
                .buildAndExpand(settings.clientId(), back, word)
                .toUriString();
        return whole.length() <= LONGEST
                ? whole
                : address.encode().buildAndExpand(settings.clientId(), back).toUriString();
    }
}
