package dev.quell.security.outside.oidc;

import dev.quell.security.login.Next;
import dev.quell.security.login.OutsideLimit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Begins a sign-in at {@link OidcPaths#START}, with a state, a nonce and a proof key (PKCE) of its own. */
final class Starts implements OAuth2AuthorizationRequestResolver {

    private final DefaultOAuth2AuthorizationRequestResolver made;
    private final OutsideLimit limit;

    Starts(ClientRegistrationRepository provider, OutsideLimit limit) {
        this.made = new DefaultOAuth2AuthorizationRequestResolver(provider);
        this.limit = limit;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) && OidcPaths.START.equals(request.getRequestURI())
                ? begin(request)
                : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return null;
    }

    private @Nullable OAuth2AuthorizationRequest begin(HttpServletRequest request) {
        limit.ask(request);
        OAuth2AuthorizationRequest begun = made.resolve(request, Provider.ID);
        String next = request.getParameter("next");
        return begun == null || next == null || !Next.isPath(next)
                ? begun
                : OAuth2AuthorizationRequest.from(begun)
                        .attributes(attributes -> attributes.put(Next.WANTED, next))
                        .build();
    }
}
